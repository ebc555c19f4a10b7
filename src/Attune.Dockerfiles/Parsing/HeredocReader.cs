using System.Collections.Immutable;
using Attune.Dockerfiles.Expansion;
using Attune.Dockerfiles.Instructions;
using Attune.Dockerfiles.Lexing;
using Attune.Source;

namespace Attune.Dockerfiles.Parsing;

/// <summary>Reads the here-documents that follow an instruction.</summary>
internal sealed class HeredocReader(ParseContext context, PhysicalLineReader lines)
{
    private const LexerModes AsWritten = LexerModes.RawQuotes | LexerModes.RawEscapes | LexerModes.KeepUnset;

    /// <summary>Where the last line that was read ends.</summary>
    public int End { get; private set; }

    /// <exception cref="LocatedException">A here-document isn't ended.</exception>
    public ImmutableArray<Heredoc> Read(LogicalLine line, RawInstruction raw)
    {
        if (!line.Text.Contains("<<", StringComparison.Ordinal) || !CanHoldHeredocs(raw, context))
            return [];
        var heredocs = ImmutableArray.CreateBuilder<Heredoc>();
        foreach (var word in SplitAsShell(line.Text))
            if (HeredocWord.Parse(word.Text) is { } heredoc)
                heredocs.Add(ReadContent(heredoc with { Span = line.SpanOf(word.Start, word.End) }));
        return heredocs.ToImmutable();
    }

    private static bool CanHoldHeredocs(RawInstruction raw, ParseContext context)
    {
        if (raw.Keyword == "ONBUILD")
            raw = RawInstruction.Split(raw.Rest, context.Escape);
        return raw.Keyword is "RUN" or "COPY" or "ADD" && ExecForm.TryRead(raw.Rest, context) is null;
    }

    // A line whose quotes don't close has no here-documents for BuildKit.
    private static IReadOnlyList<LexedWord> SplitAsShell(string line)
    {
        try
        {
            return new ShellLexer('\\', static _ => null, AsWritten).Expand(line).Words;
        }
        catch (ExpansionException)
        {
            return [];
        }
    }

    private Heredoc ReadContent(Heredoc heredoc)
    {
        var text = context.Source.Text;
        var start = lines.Position;
        while (lines.TryRead(out var line))
        {
            var content = text.AsSpan(line.Start, line.End - line.Start);
            if (heredoc.Tabs == HeredocTabs.Removed)
                content = content.TrimStart('\t');
            if (!content.SequenceEqual(heredoc.Name))
                continue;
            End = line.End;
            return heredoc with { ContentSpan = Span.FromBounds(start, line.Start), Content = text[start..line.Start] };
        }

        throw context.Fault(heredoc.Span, $"This here-document isn't ended by a line '{heredoc.Name}'");
    }
}
