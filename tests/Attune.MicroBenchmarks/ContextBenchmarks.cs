using Attune.BuildKit.Session.FileSync.Patterns;
using Attune.BuildKit.Session.FileSync.Trees;
using Attune.Testing;
using BenchmarkDotNet.Attributes;

namespace Attune.MicroBenchmarks;

/// <summary>What a build with nothing changed does with its context: look at every file of it.</summary>
[MemoryDiagnoser]
public class ContextBenchmarks
{
    private const int FilesPerFolder = 100;
    private TempDirectory? _directory;

    [Params(1_000, 20_000)]
    public int Files { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _directory = new();
        for (var i = 0; i < Files; i++)
            _directory.Write($"folder-{i / FilesPerFolder}/file-{i}.txt", "text");
    }

    [GlobalCleanup]
    public void Cleanup() => _directory!.Dispose();

    [Benchmark]
    public int WalkContext() => TreeWalk.List(new LocalTree(_directory!.Path, _ => { }), new PathFilter(null, null)).Count();
}
