using System.Security.Cryptography;
using System.Text;
using Attune.Compose;
using Attune.Projects;

namespace Attune.Builds.Solving;

/// <summary>
/// Which services can share one session. The engine keeps one stored copy of a context per key and makes it equal to what the last solve
/// copied from it, so only services that copy the same paths may share a key; others would evict each other's files.
/// </summary>
internal static class SyncKey
{
    public static string Of(ServicePlan service)
    {
        var section = service.Section;
        var text = new StringBuilder();
        Add("context", section.Context.Value);
        Add("dockerfile", section.DockerfileInline ?? section.DockerfilePath ?? section.Dockerfile);
        Add("text", service.DockerfileText);
        Add("paths", service.Resolved?.ContextPaths.Key);
        foreach (var named in section.AdditionalContexts.Where(c => c.Context.Kind == ContextKind.Directory))
            Add(named.Name, $"{named.Context.Value} for {service.Name}");
        foreach (var secret in section.Secrets)
            Add("secret " + secret.Id, $"{secret.Source} {secret.Value}");
        foreach (var ssh in section.Ssh)
            Add("ssh " + ssh.Id, ssh.Path);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];

        void Add(string name, string? value) => text.Append(name).Append('=').Append(value).Append('\0');
    }
}
