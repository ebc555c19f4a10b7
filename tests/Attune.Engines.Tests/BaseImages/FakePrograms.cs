using Attune.Engines.BaseImages;

namespace Attune.Engines.Tests.BaseImages;

/// <summary>A machine whose mirror has two packages.</summary>
internal sealed class FakePrograms : IPrograms
{
    public List<string> Calls { get; } = [];

    /// <summary>Changes what a call would give, by its last argument.</summary>
    public Func<string, ProgramResult?> Result { get; set; } = _ => new ProgramResult(0, "", "");

    public async Task<ProgramResult?> RunAsync(ProgramCall call, CancellationToken cancellationToken)
    {
        var command = string.Join(' ', call.Arguments.SkipWhile(argument => argument == "-o" || argument.Contains('=', StringComparison.Ordinal)));
        lock (Calls)
            Calls.Add(command);
        if (command.StartsWith("download", StringComparison.Ordinal))
        {
            foreach (var name in (string[])["dash_1_all.deb", "base-files_1_all.deb"])
                await File.WriteAllTextAsync(Path.Combine(call.WorkingDirectory, name), "", cancellationToken);
        }

        const string Uris = "'http://m/dash.deb' dash_1_all.deb 1 SHA256:a\n'http://m/base-files.deb' base-files_1_all.deb 1 SHA256:b\n";
        var result = Result(command);
        return result is not null && command.StartsWith("install", StringComparison.Ordinal) ? result with { Output = Uris } : result;
    }

    public async Task<ProgramResult?> StreamAsync(
        ProgramCall call, Func<Stream, CancellationToken, Task> consume, CancellationToken cancellationToken)
    {
        var package = Path.GetFileName(call.Arguments[^1]);
        var tar = package.StartsWith("base-files", StringComparison.Ordinal)
            ? Tars.Of("", "bin/", "etc/")
            : Tars.Of("bin/", "bin/dash", "usr/share/man/man1/dash");
        await consume(new MemoryStream(tar), cancellationToken);
        return Result(package);
    }
}
