using System.Security.Cryptography;
using System.Text;
using Attune.Engines.Finding;
using Attune.Source;

namespace Attune.Engines.Tests.Finding;

/// <summary>A machine made up of variables, files and engines, and what a search on it says.</summary>
internal sealed class FakeMachine : IEngineProbe
{
    private const string Home = "/home/ada";

    private readonly Dictionary<string, string> _variables = [];
    private readonly Dictionary<string, string> _files = [];
    private readonly Dictionary<string, ProbeResult> _answers = [];

    public EngineSurroundings Surroundings => new(_variables, Home, System, new FakeFiles(_files));

    public HostSystem System { get; init; }

    public FakeMachine Variable(string name, string value)
    {
        _variables[name] = value;
        return this;
    }

    public FakeMachine File(string path, string text = "")
    {
        _files[path] = text;
        return this;
    }

    public FakeMachine Context(string name, string meta) =>
        File($"{Home}/.docker/contexts/meta/{ContextId(name)}/meta.json", meta);

    public FakeMachine ContextCertificate(string name, string file) => File($"{Home}/.docker/contexts/tls/{ContextId(name)}/docker/{file}");

    public FakeMachine Engine(string address)
    {
        _answers[address] = ProbeResult.Usable(null!);
        return this;
    }

    public FakeMachine Unusable(string address, string reason, string? advice = null)
    {
        _answers[address] = ProbeResult.Unusable(reason, advice);
        return this;
    }

    public Task<ProbeResult> ProbeAsync(EngineCandidate candidate, CancellationToken cancellationToken)
    {
        var answer = _answers.GetValueOrDefault(candidate.Endpoint.ToString()) ?? ProbeResult.Absent("nobody listens there");
        return Task.FromResult(answer == ProbeResult.Usable(null!)
            ? ProbeResult.Usable(new EngineInfo(candidate.Endpoint, candidate.Source) { EngineVersion = "28.5.2" })
            : answer);
    }

    /// <summary>What a search says: the engine, or the error, as a user would read it.</summary>
    public async Task<string> SearchAsync(string? choice = null)
    {
        try
        {
            var search = await new EngineFinder(Surroundings, "/home/checkout/.nuke/temp/engine/docker.sock", this).FindAsync(choice, CancellationToken.None);
            return search.Engine is { } engine
                ? string.Concat(search.Tried.Select(t => $"{t}\n")) + $"=> {engine.Source}: {engine.Endpoint.Kind} {engine.Endpoint}{Tls(engine)}\n"
                : Text(search.NoEngine("(how to install one)"));
        }
        catch (UserErrorException e)
        {
            return Text(e);
        }
    }

    private static string Tls(EngineInfo engine) => engine.Endpoint.Tls is { } tls
        ? $" with {tls.CaPath ?? "no ca"}, {tls.CertificatePath ?? "no cert"}, {tls.KeyPath ?? "no key"}, verification {tls.ServerVerification}"
        : "";

    private static string Text(UserErrorException error) => $"{error.Kind}: {error.Message}\n   {error.Advice}\n";

    private static string ContextId(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
