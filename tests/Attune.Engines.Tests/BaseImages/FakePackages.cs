using Attune.Engines.Processes;
using Attune.Source;

namespace Attune.Engines.Tests.BaseImages;

/// <summary>A machine whose mirror has two packages.</summary>
internal sealed class FakePackages : IProcessRunner
{
    public List<string> Calls { get; } = [];

    /// <summary>Changes what a call would give, by its last argument; null stands for a program that isn't there.</summary>
    public Func<string, ProcessOutcome?> Result { get; set; } = _ => new ProcessOutcome(0, "", "");

    public Task<ProcessOutcome> RunAsync(ProcessRequest request, CancellationToken cancellationToken) =>
        request.OnOutput is { } take ? UnpackAsync(request, take, cancellationToken) : AptAsync(request, cancellationToken);

    private async Task<ProcessOutcome> AptAsync(ProcessRequest request, CancellationToken cancellationToken)
    {
        var command = string.Join(' ', request.Arguments.SkipWhile(argument => argument == "-o" || argument.Contains('=', StringComparison.Ordinal)));
        lock (Calls)
            Calls.Add(command);
        if (command.StartsWith("download", StringComparison.Ordinal))
        {
            foreach (var name in (string[])["dash_1_all.deb", "base-files_1_all.deb"])
                await File.WriteAllTextAsync(Path.Combine(request.WorkingDirectory!, name), "", cancellationToken);
        }

        const string Uris = "'http://m/dash.deb' dash_1_all.deb 1 SHA256:a\n'http://m/base-files.deb' base-files_1_all.deb 1 SHA256:b\n";
        var outcome = Outcome(command);
        return command.StartsWith("install", StringComparison.Ordinal) ? outcome with { Output = Uris } : outcome;
    }

    private async Task<ProcessOutcome> UnpackAsync(ProcessRequest request, Func<Stream, CancellationToken, Task> take, CancellationToken cancellationToken)
    {
        var package = Path.GetFileName(request.Arguments[^1]);
        var tar = package.StartsWith("base-files", StringComparison.Ordinal)
            ? Tars.Of("", "bin/", "etc/")
            : Tars.Of("bin/", "bin/dash", "usr/share/man/man1/dash");
        await take(new MemoryStream(tar), cancellationToken);
        return Outcome(package);
    }

    private ProcessOutcome Outcome(string command) => Result(command) ?? throw new UserErrorException("Can't start it");
}
