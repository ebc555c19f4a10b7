using System.Text.RegularExpressions;
using Attune.Dockerfiles;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Mounts;
using Attune.Hazards.Tools;

namespace Attune.Hazards.Facts;

/// <summary>Finds what puts files into a path of a stage where a later RUN's cache mount hides them.</summary>
internal sealed partial class HiddenFiles
{
    private readonly CacheMount _mount;
    private readonly bool _canBeMade;

    // Null while only the base image knows it.
    private string? _directory;

    private HiddenFiles(StageFacts stage, CacheMount mount)
    {
        _mount = mount;
        _canBeMade = mount.MountPath.EndsWith("/target", StringComparison.Ordinal) || mount.MountPath.EndsWith("/node_modules", StringComparison.Ordinal);
        _directory = stage.BaseImage == "scratch" ? "/" : null;
    }

    /// <summary>The last instruction before the mount that puts files there, or null.</summary>
    public static Instruction? Before(StageFacts stage, CacheMount mount)
    {
        var search = new HiddenFiles(stage, mount);
        Instruction? found = null;
        foreach (var instruction in stage.Instructions.TakeWhile(i => i.Span != mount.Run.Span))
            if (search.Fills(instruction))
                found = instruction;
        return found;
    }

    private bool Fills(Instruction instruction)
    {
        switch (instruction)
        {
            case SimpleInstruction { Keyword: "WORKDIR" } workdir:
                _directory = Absolute(workdir.Words[0].Text);
                return false;
            case CopyInstruction copy:
                return Absolute(copy.Destination.Text) is { } destination && ToolPaths.IsBelow(destination, _mount.MountPath);
            case RunInstruction run:
                return IsMade(run) && !run.Mounts.Any(Covers);
            default:
                return false;
        }
    }

    private bool Covers(MountFlag mount) =>
        mount.Find("target", "dst", "destination")?.Value is not { } target || Absolute(target) is not { } path || ToolPaths.IsBelow(_mount.MountPath, path);

    // What a command makes in the working directory, as far as its name tells.
    private bool IsMade(RunInstruction run) => _canBeMade && _directory is not null &&
        ((_mount.MountPath == PosixPath.Join(_directory, "target") && CargoOutput().IsMatch(CommandText.Of(run))) ||
         (_mount.MountPath == PosixPath.Join(_directory, "node_modules") && NodeModules().IsMatch(CommandText.Of(run))));

    private string? Absolute(string path) =>
        path.Contains('$', StringComparison.Ordinal) ? null
        : path.StartsWith('/') ? PosixPath.Clean(path)
        : _directory is null ? null
        : PosixPath.Join(_directory, path);

    [GeneratedRegex(@"\bcargo\s+(\+\S+\s+)?(chef\s+cook|build|b|test|leptos\s+build)\b(?![^&|;\n]*--target-dir)")]
    private static partial Regex CargoOutput();

    [GeneratedRegex(@"\b(npm\s+(ci|install|i)\b(?![^&|;\n]*\s(-g|--global)\b)|pnpm\s+(install|i)\b(?![^&|;\n]*\s(-g|--global)\b)|yarn\s+install\b|bun\s+install\b(?![^&|;\n]*\s(-g|--global)\b))")]
    private static partial Regex NodeModules();
}
