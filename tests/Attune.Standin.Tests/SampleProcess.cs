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

    public ProcessRun Start(string arguments, params (string Name, string Value)[] environment) => ProcessRun.Start(
        "dotnet",
        Root,
        [Path.Combine(AppContext.BaseDirectory, "Attune.Standin.Sample.dll"), .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        environment.ToDictionary(variable => variable.Name, variable => variable.Value));

    public async Task<ProcessRun> Run(string arguments, params (string Name, string Value)[] environment) =>
        await Start(arguments, environment).Finished();

    public void Dispose() => directory.Dispose();
}
