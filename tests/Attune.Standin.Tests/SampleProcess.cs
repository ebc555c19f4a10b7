namespace Attune.Standin.Tests;

/// <summary>The sample build in a root directory of its own.</summary>
internal sealed class SampleProcess : IDisposable
{
    private readonly TempDirectory directory = new();

    public SampleProcess()
    {
        directory.Write(".nuke/parameters.json", "{}");
        directory.Write("build.cmd", "");
    }

    public string Root => directory.Path;

    public string Write(string path, string text) => directory.Write(path, text);

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The sample as assembly, or compiled to machine code where ATTUNE_NATIVE_SAMPLE names it (CONTRIBUTING.md says how).</summary>
    public ProcessRun Start(string arguments, params (string Name, string Value)[] environment)
    {
        string[] sample = Environment.GetEnvironmentVariable("ATTUNE_NATIVE_SAMPLE") is { Length: > 0 } native
            ? [native]
            : ["dotnet", Path.Combine(AppContext.BaseDirectory, "Attune.Standin.Sample.dll")];
        return ProcessRun.Start(
            sample[0],
            Root,
            [.. sample[1..], .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            environment.ToDictionary(variable => variable.Name, variable => variable.Value));
    }

    public async Task<ProcessRun> Run(string arguments, params (string Name, string Value)[] environment) =>
        await Start(arguments, environment).Finished();

    public void Dispose() => directory.Dispose();
}
