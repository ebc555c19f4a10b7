using System.Collections.Immutable;
using Attune.Source;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Attune.Compose.Yaml;

/// <summary>
/// Turns YAML into located nodes. Aliases share their node, so a file of a few lines can stand for millions of values:
/// what aliases add is counted and limited, and so is the depth.
/// </summary>
internal sealed class YamlReader
{
    // Far above what any project nests; low enough for every recursive pass to fit a thread's stack.
    private const int MaxDepth = 100;
    private const long MaxAliasedNodes = 200_000;

    private readonly SourceText _text;
    private readonly Parser _parser;
    private readonly Dictionary<string, Measured?> _anchors = new(StringComparer.Ordinal);
    private long _aliased;

    private YamlReader(SourceText text)
    {
        _text = text;
        _parser = new(new Scanner(new StringReader(text.Text), skipComments: true));
    }

    /// <summary>A node with what its expansion weighs.</summary>
    private readonly record struct Measured(ComposeNode Node, long Size, int Height);

    /// <summary>Reads every document of a file.</summary>
    public static ImmutableArray<ComposeNode> Read(SourceText text)
    {
        var reader = new YamlReader(text);
        var documents = ImmutableArray.CreateBuilder<ComposeNode>();
        reader.Expect<StreamStart>();
        while (reader.Next() is DocumentStart)
        {
            reader._anchors.Clear();
            documents.Add(reader.ReadNode(reader.Next(), depth: 0).Node);
            reader.Expect<DocumentEnd>();
        }

        return documents.ToImmutable();
    }

    private Measured ReadNode(ParsingEvent e, int depth)
    {
        if (depth > MaxDepth)
            throw OriginOf(e).Fault($"This is nested more than {MaxDepth} levels deep");
        if (e is AnchorAlias alias)
            return Resolve(alias, depth);
        var anchor = ((NodeEvent)e).Anchor;
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = null;
        var node = e switch
        {
            MappingStart start => ReadMapping(start, depth),
            SequenceStart start => ReadSequence(start, depth),
            Scalar scalar => new(ScalarReader.Read(scalar, OriginOf(scalar)), 1, 0),
            _ => throw OriginOf(e).Fault("A value was expected here"),
        };
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = node;
        return node;
    }

    private Measured Resolve(AnchorAlias alias, int depth)
    {
        var name = alias.Value.Value;
        if (!_anchors.TryGetValue(name, out var known))
            throw OriginOf(alias).Fault($"There is no anchor &{name} before this alias");
        if (known is not { } target)
            throw OriginOf(alias).Fault($"The anchor &{name} contains itself");
        _aliased += target.Size;
        if (_aliased > MaxAliasedNodes)
            throw OriginOf(alias).Fault($"The aliases of this file expand to more than {MaxAliasedNodes} values");
        if (depth + target.Height > MaxDepth)
            throw OriginOf(alias).Fault($"This is nested more than {MaxDepth} levels deep");
        return target;
    }

    private Measured ReadSequence(SequenceStart start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<ComposeNode>();
        var (size, height) = (1L, 0);
        var e = Next();
        for (; e is not SequenceEnd; e = Next())
        {
            var item = ReadNode(e, depth + 1);
            items.Add(item.Node);
            (size, height) = (size + item.Size, Math.Max(height, item.Height + 1));
        }

        return new(new ComposeSequence(items.ToImmutable(), Around(start, e), TagOf(start)), size, height);
    }

    private Measured ReadMapping(MappingStart start, int depth)
    {
        var entries = new MappingBuilder();
        var (size, height) = (1L, 0);
        var e = Next();
        for (; e is not MappingEnd; e = Next())
        {
            var (key, keyOrigin) = ReadKey(e, depth + 1);
            var value = ReadNode(Next(), depth + 1);
            entries.Add(key, keyOrigin, value.Node);
            (size, height) = (size + value.Size + 1, Math.Max(height, value.Height + 1));
        }

        return new(new ComposeMapping(entries.Build(), Around(start, e), TagOf(start)), size, height);
    }

    private (MappingKey Key, Origin Origin) ReadKey(ParsingEvent e, int depth)
    {
        var origin = OriginOf(e);
        if (e is Scalar { IsQuotedImplicit: false, Value: "<<", Tag.IsEmpty: true, Style: ScalarStyle.Plain })
            return (MappingKey.Merge, origin);
        if (ReadNode(e, depth).Node is not ComposeScalar key)
            throw origin.Fault("A key must be a string");
        return key.Kind is ScalarKind.Text
            ? (new(key.Text), origin)
            : throw origin.Fault($"A key must be a string, and {WrittenAt(origin)} is {key.Described}", "Put it in quotes.");
    }

    private string WrittenAt(Origin origin) => _text.Text[origin.Span.Start..origin.Span.End];

    private static MergeTag TagOf(NodeEvent e) => ScalarReader.MergeTagOf(e.Tag);

    private Origin OriginOf(ParsingEvent e) => new(_text, SpanBetween(e.Start, e.End));

    private Origin Around(ParsingEvent start, ParsingEvent end) => new(_text, SpanBetween(start.Start, end.End));

    private Span SpanBetween(Mark start, Mark end)
    {
        var length = _text.Text.Length;
        return Span.FromBounds((int)Math.Clamp(start.Index, 0, length), (int)Math.Clamp(end.Index, 0, length));
    }

    private void Expect<T>()
        where T : ParsingEvent
    {
        var e = Next();
        if (e is not T)
            throw OriginOf(e).Fault("The document should end here");
    }

    private ParsingEvent Next()
    {
        try
        {
            if (_parser.MoveNext() && _parser.Current is { } e)
                return e;
        }
        catch (YamlException e)
        {
            throw YamlAdvice.Explain(e, new(_text, SpanBetween(e.Start, e.End)));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            // The scanner lets these out for a few malformed escapes and directives.
            var mark = _parser.Current?.End ?? Mark.Empty;
            throw new Origin(_text, SpanBetween(mark, mark)).Fault("This is not valid YAML: " + e.Message);
        }

        throw new Origin(_text, new(_text.Text.Length, 0)).Fault("The file ends too early");
    }
}
