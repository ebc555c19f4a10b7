using System.Globalization;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Lexing;
using Attune.Dockerfiles.Parsing;
using Attune.Source;

namespace Attune.Dockerfiles.Tests.ParserCases;

/// <summary>What is read from a Dockerfile, written as BuildKit's test cases write it.</summary>
internal sealed class ParserReading
{
    private readonly SourceText _source;
    private readonly ParseContext _context;
    private readonly List<RawInstruction> _split;

    private ParserReading(SourceText source)
    {
        _source = source;
        _context = ParseContext.Of(source, DirectiveReader.Read(source));
        _split = [.. DocumentReader.Split(_context)];
    }

    /// <exception cref="LocatedException">BuildKit's parser refuses the file, or should.</exception>
    public static ParserReading Of(string dockerfile) => new(new("Dockerfile", dockerfile));

    /// <summary>An instruction a line; null for one that is refused later, after BuildKit's parser.</summary>
    public IEnumerable<string?> Result => _split.Select(raw => Try(raw) is { } instruction ? $"({Show(instruction)})" : null);

    /// <summary>As <see cref="Result"/>, keyword and flags only.</summary>
    public IEnumerable<string> Beginnings => _split.Select(raw => $"({Head(raw.Keyword, raw.Flags)}");

    public IEnumerable<string> Lines => _split.SelectMany(ShowLines);

    private Instruction? Try(RawInstruction raw)
    {
        try
        {
            return InstructionParser.Parse(raw, _context) is var instruction and not OnbuildInstruction { Trigger: null } ? instruction : null;
        }
        catch (LocatedException)
        {
            return null;
        }
    }

    private string Show(Instruction instruction) =>
        Head(instruction.Keyword, instruction.Flags) + (instruction is OnbuildInstruction onbuild
            ? $" ({Show(onbuild.Trigger!)})"
            : string.Concat(Words(instruction).Select(w => " " + GoText.Quote(w))));

    private static string Head(string keyword, IEnumerable<Flag> flags)
    {
        var quoted = string.Join(' ', flags.Select(f => GoText.Quote($"--{f.Name}{(f.Value is null ? "" : "=" + f.Value)}")));
        return keyword.ToLowerInvariant() + (quoted.Length > 0 ? $" [{quoted}]" : "");
    }

    private IEnumerable<string> Words(Instruction instruction) => instruction switch
    {
        FromInstruction { Name: { } name } from => [from.Base.Text, from.Arguments.Text[from.Base.Text.Length..^name.Text.Length].Trim(), name.Text],
        FromInstruction from => [from.Base.Text],
        ArgInstruction arg => arg.Declared.Select(a => a.Name.Text + (a.Default is { } value ? "=" + value.Text : "")),
        KeyValueInstruction pairs => pairs.Pairs.SelectMany(p => new[] { p.Key.Text, p.Value.Text, IsJoined(p) ? "=" : "" }),
        CopyInstruction copy => copy.Sources.Append(copy.Destination).Concat(copy.Heredocs.Select(h => new Word(Covered(h.Span), h.Span)))
            .OrderBy(w => w.Span.Start).Select(w => w.Text),
        RunInstruction run => run.Command.Words.Select(w => w.Text),
        CommandInstruction { Keyword: "HEALTHCHECK" } check => check.Command.Words.Select(w => w.Text).Prepend(check.Arguments.Text.Split()[0]),
        CommandInstruction command => command.Command.Words.Select(w => w.Text),
        SimpleInstruction simple => simple.Words.Select(w => w.Text),
        _ => throw new InvalidOperationException(instruction.Keyword),
    };

    // "name value" is one word each; "name=value" has its equals sign before the value, at the end of an earlier line at the latest.
    private bool IsJoined(KeyValueWord pair) => _source.Text[pair.Key.Span.End..pair.Value.Span.Start].TrimStart(_context.Escape, '\n').StartsWith('=');

    private string Covered(Span span) => _source.Text.Substring(span.Start, span.Length);

    private IEnumerable<string> ShowLines(RawInstruction raw)
    {
        var (start, end) = (_source.PositionOf(raw.Span.Start).Line, _source.PositionOf(raw.Span.End).Line);
        yield return string.Create(CultureInfo.InvariantCulture, $"{start}-{end} {raw.Keyword.ToLowerInvariant()}");
        foreach (var heredoc in raw.Heredocs)
        {
            var (expansion, tabs) = (heredoc.Expansion == HeredocExpansion.Expanded ? "expanded" : "literal", heredoc.Tabs == HeredocTabs.Kept ? "kept" : "removed");
            yield return string.Create(
                CultureInfo.InvariantCulture, $"  {GoText.Quote(heredoc.Name)} {heredoc.FileDescriptor} {expansion} tabs-{tabs} {GoText.Quote(heredoc.Content)}");
        }
    }
}
