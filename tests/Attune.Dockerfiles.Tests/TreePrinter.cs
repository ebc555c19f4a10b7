using System.Globalization;
using System.Text;
using Attune.Dockerfiles.Context;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Mounts;
using Attune.Dockerfiles.Resolution;
using Attune.Source;

namespace Attune.Dockerfiles.Tests;

/// <summary>Shows everything that is known of a Dockerfile; what a span covers is shown as the text it covers.</summary>
internal sealed class TreePrinter(DockerfileDocument document)
{
    private readonly StringBuilder _out = new();

    public static string Print(DockerfileDocument document, ResolvedBuild? build)
    {
        var printer = new TreePrinter(document);
        foreach (var directive in document.Directives)
            printer._out.Append(CultureInfo.InvariantCulture, $"# {directive.Name} = {directive.Value} {printer.At(directive.ValueSpan)}\n");
        if (document.Frontend is { } frontend)
            printer._out.Append(CultureInfo.InvariantCulture, $"frontend {frontend.Image}\n");
        foreach (var instruction in document.Instructions)
            printer.Append(instruction, "");
        if (build is not null)
            printer.Append(build);
        return printer._out.ToString();
    }

    private void Append(Instruction instruction, string indent)
    {
        _out.Append(CultureInfo.InvariantCulture, $"{indent}{instruction.Keyword} {At(instruction.Span)}{Describe(instruction)}\n");
        foreach (var flag in instruction.Flags)
            if (instruction is not RunInstruction || flag.Name != "mount")
                _out.Append(CultureInfo.InvariantCulture, $"{indent}  flag {flag.Name} = {flag.Value ?? "(none)"} {At(flag.Span)} «{Covered(flag.ValueSpan)}»\n");
        foreach (var mount in (instruction as RunInstruction)?.Mounts ?? [])
            Append(mount, indent);
        foreach (var heredoc in instruction.Heredocs)
            _out.Append(
                CultureInfo.InvariantCulture,
                $"{indent}  heredoc {heredoc.Name} fd={heredoc.FileDescriptor} {heredoc.Expansion} tabs={heredoc.Tabs} «{Covered(heredoc.Span)}» content «{Covered(heredoc.ContentSpan)}»\n");
        if (instruction is OnbuildInstruction { Trigger: { } trigger })
            Append(trigger, indent + "  ");
        if (instruction is OnbuildInstruction { TriggerFault: { } fault })
            _out.Append(CultureInfo.InvariantCulture, $"{indent}  fault: {fault.Message}\n");
    }

    private void Append(MountFlag mount, string indent)
    {
        _out.Append(CultureInfo.InvariantCulture, $"{indent}  mount {At(mount.Span)} «{Covered(mount.Span)}»\n");
        foreach (var option in mount.Options)
            _out.Append(
                CultureInfo.InvariantCulture,
                $"{indent}    {option.Key} = {option.Value ?? "(none)"} «{Covered(option.Span)}» «{Covered(option.KeySpan)}» «{Covered(option.ValueSpan)}»\n");
    }

    private static string Describe(Instruction instruction) => instruction switch
    {
        FromInstruction { Name: { } name } from => $" {from.Base} as {name}",
        FromInstruction from => $" {from.Base}",
        ArgInstruction arg => string.Concat(arg.Declared.Select(a => $" [{a.Name}{(a.Default is { } d ? "=" + d : "")}]")),
        KeyValueInstruction pairs => string.Concat(pairs.Pairs.Select(p => $" [{p.Key}={p.Value}]")),
        CopyInstruction copy => $" {string.Concat(copy.Sources.Select(s => $"[{s}] "))}-> {copy.Destination}",
        RunInstruction run => Describe(run.Command),
        CommandInstruction command => Describe(command.Command),
        SimpleInstruction simple => string.Concat(simple.Words.Select(w => $" [{w}]")),
        _ => "",
    };

    private static string Describe(CommandLine command) => $" {command.Form}{string.Concat(command.Words.Select(w => $" [{w}]"))}";

    private void Append(ResolvedBuild build)
    {
        _out.Append(CultureInfo.InvariantCulture, $"---\ntarget {build.Target.DisplayName}\n");
        foreach (var stage in build.Stages)
            _out.Append(CultureInfo.InvariantCulture, $"stage {stage.Declaration.DisplayName} from {stage.BaseName}{(stage.Origin == Stages.StageOrigin.NamedContext ? " replaced" : "")}\n");
        foreach (var reference in build.References)
            _out.Append(CultureInfo.InvariantCulture, $"{reference.Use} {reference.Origin} {reference.Name} {At(reference.Span)}{(reference.Platform is null ? "" : $" {reference.Platform}")}\n");
        foreach (var mount in build.CacheMounts.Concat(build.DeferredCacheMounts))
            Append(mount);
        foreach (var copy in build.ContextCopies)
            _out.Append(CultureInfo.InvariantCulture, $"reads {string.Join(' ', copy.Sources)} in {copy.Stage.DisplayName} {At(copy.Span)}{(copy.Certainty == Scopes.Certainty.Certain ? "" : " ?")}\n");
        var paths = build.ContextPaths;
        _out.Append(CultureInfo.InvariantCulture, $"context {paths.Extent}{(paths.Extent == ContextExtent.Some ? ": " + string.Join(' ', paths.Paths) : "")}\n");
    }

    private void Append(CacheMount mount) => _out.Append(
        CultureInfo.InvariantCulture,
        $"cache {mount.EngineId} ({mount.IdOrigin}) on {mount.MountPath} {mount.Sharing}{(mount.SharingOption is null ? " by default" : "")} {mount.Access}" +
        $"{Optional("from", mount.From)}{Optional("source", mount.Source)}{Optional("uid", mount.Uid)}{Optional("gid", mount.Gid)}{Optional("mode", mount.Mode is { } mode ? Convert.ToString(mode, 8) : null)}" +
        $" in {mount.Stage.DisplayName} {mount.Execution} {At(mount.Span)}{(mount.UnsetVariables.IsEmpty ? "" : $" unset {string.Join(' ', mount.UnsetVariables)}")}" +
        $"{(mount.Certainty == Scopes.Certainty.Certain ? "" : " options?")}{(mount.PathCertainty == Scopes.Certainty.Certain ? "" : " path?")}\n");

    private static string Optional(string name, object? value) => value is null ? "" : string.Create(CultureInfo.InvariantCulture, $" {name}={value}");

    private string At(Span span)
    {
        var (start, end) = (document.Source.PositionOf(span.Start), document.Source.PositionOf(span.End));
        return string.Create(CultureInfo.InvariantCulture, $"@{start.Line}:{start.Column}-{end.Line}:{end.Column}");
    }

    private string Covered(Span span) => document.Source.Text.Substring(span.Start, span.Length)
        .Replace("\r", "␍", StringComparison.Ordinal).Replace("\n", "␊", StringComparison.Ordinal);
}
