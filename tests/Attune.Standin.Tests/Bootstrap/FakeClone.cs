using System.Runtime.Versioning;

namespace Attune.Standin.Tests.Bootstrap;

/// <summary>
/// The real build.sh in a clone whose dotnet is a script: it notes each call, "publishes" in no time, and echoes the arguments of the
/// program it is asked to run. The clone's path has blanks in it.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class FakeClone : IDisposable
{
    private const string Dotnet = """
        #!/bin/bash
        here=$(dirname -- "$0")
        case $1 in
            --version) [[ ! -f $here/no-sdk ]] || exit 1; echo 10.0.100 ;;
            restore) echo restore >>"$here/calls"; [[ -f $here/serves-nuke ]] || { echo "error NU1101: Unable to find package Nuke.Common"; exit 1; } ;;
            publish)
                echo "publish $*" >>"$here/calls"
                [[ ! -f $here/lacks ]] || ! grep -qf "$here/lacks" <<<"$*" || { cat "$here/says" 2>/dev/null || echo "error NU1101: Unable to find package Some.Runtime"; exit 1; }
                while [[ $1 != -o ]]; do shift; done
                touch "$2/half"
                sleep "$(cat "$here/publish-takes" 2>/dev/null || echo 0)"
                [[ ! -f $here/broken ]] || { echo "Build.cs(1,1): error CS1002: ; expected"; exit 1; }
                touch "$2/_build.dll"
                [[ $* != *=native* ]] || { printf '#!/bin/sh\nexec "%s" natively "$@"\n' "$0" >"$2/_build" && chmod 755 "$2/_build"; } ;;
            *) [[ $1 != natively ]] || printf 'natively '; shift; printf 'ran in %s with' "$PWD"; printf ' [%s]' "$@"; printf '\n' ;;
        esac
        """;

    private readonly TempDirectory directory = new();

    public FakeClone()
    {
        Root = Path.Combine(directory.Path, "a clone");
        Write("global.json", """{ "sdk": { "version": "10.0.100" } }""");
        Write("build/_build.csproj", "<Project/>");
        Write("build/Build.cs", "class Build;");
        Write("src/Attune.Source/Span.cs", "struct Span;");
        File.Copy(Path.Combine(RepositoryRoot.Path, "build.sh"), Path.Combine(Root, "build.sh"));
        File.Copy(Path.Combine(RepositoryRoot.Path, "build.cmd"), Path.Combine(Root, "build.cmd"));
        Script("dotnet", Dotnet.ReplaceLineEndings("\n") + "\n");
        Script("curl", "#!/bin/sh\nexit 22\n");
        Script("gcc", "#!/bin/sh\n");
    }

    public string Root { get; }

    /// <summary>What ATTUNE_RUNTIME says; null leaves it out.</summary>
    public string? Runtime { get; init; } = "installed";

    public bool IsBuildServer { get; init; }

    public string Elsewhere => directory.Path;

    /// <summary>What dotnet was asked to do, beside running the program.</summary>
    public string[] Calls => File.Exists(Tool("calls")) ? [.. File.ReadAllLines(Tool("calls")).Select(call => call.Split(' ')[0])] : [];

    public string LastCall => File.ReadAllLines(Tool("calls"))[^1];

    public string Tool(string name) => Path.Combine(directory.Path, "bin", name);

    public string Write(string path, string text) => directory.Write(Path.Combine("a clone", path), text);

    public ProcessRun Start(string[] arguments, string? from = null, string script = "build.sh", string? nukeSource = null)
    {
        var environment = new Dictionary<string, string> { ["PATH"] = $"{Path.Combine(directory.Path, "bin")}:/usr/bin:/bin" };
        if (Runtime is not null)
            environment["ATTUNE_RUNTIME"] = Runtime;
        if (IsBuildServer)
            environment["CI"] = "true";
        if (nukeSource is not null)
            environment["NUKE_SOURCE"] = nukeSource;
        return ProcessRun.Start("bash", from ?? Root, ["-c", "\"$0\" \"$@\"", Path.Combine(Root, script), .. arguments], environment);
    }

    public async Task<string> Run(params string[] arguments)
    {
        using var run = await Start(arguments).Finished();
        return run.Output;
    }

    public void Dispose() => directory.Dispose();

    private void Script(string name, string text) =>
        File.SetUnixFileMode(directory.Write("bin/" + name, text), (UnixFileMode)0b111_101_101);
}
