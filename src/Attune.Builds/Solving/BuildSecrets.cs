using System.Text;
using Attune.BuildKit.Session.Secrets;
using Attune.Compose;
using Attune.Source;

namespace Attune.Builds.Solving;

/// <summary>The secrets and ssh agents that a service's steps may mount. Values go to the engine, never to a log.</summary>
internal static class BuildSecrets
{
    public static SecretStore? Of(BuildSection section, ComposeProject project) =>
        section.Secrets is [] ? null : new(section.Secrets.ToDictionary(s => s.Id, s => Read(s, section, project)));

    public static Dictionary<string, string> SshAgents(BuildSection section, ComposeProject project) => section.Ssh.ToDictionary(
        s => s.Id,
        s => s.Path ?? project.Environment.GetValueOrDefault("SSH_AUTH_SOCK")
            ?? throw new LocatedException($"ssh '{s.Id}' needs an agent, and SSH_AUTH_SOCK is not set", section.Location, "Start ssh-agent, or name a socket."));

    private static Secret Read(BuildSecret secret, BuildSection section, ComposeProject project) => secret.Source switch
    {
        SecretSource.File => new SecretFile(secret.Value),
        SecretSource.Environment => project.Environment.TryGetValue(secret.Value, out var value)
            ? new SecretValue(Encoding.UTF8.GetBytes(value))
            : throw new LocatedException($"Secret '{secret.Id}' comes from the variable {secret.Value}, which is not set", section.Location),
        _ => throw new LocatedException($"Secret '{secret.Id}' is external, which no build can use", section.Location, "Give it a file or an environment variable."),
    };
}
