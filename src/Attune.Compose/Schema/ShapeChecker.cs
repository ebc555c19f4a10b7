using Attune.Compose.Yaml;
using Attune.Source;

namespace Attune.Compose.Schema;

/// <summary>Compares a tree with its shape; the first difference is reported where it stands.</summary>
internal static class ShapeChecker
{
    public static void Check(ComposeNode node, Shape shape, string path)
    {
        if (node.Tag is MergeTag.Reset || ReferenceEquals(shape, Shape.Anything))
            return;
        switch (node)
        {
            case ComposeMapping mapping when shape.Mapping is { } properties:
                CheckMapping(mapping, properties, path);
                break;
            case ComposeSequence sequence when shape.Items is { } items:
                for (var i = 0; i < sequence.Items.Length; i++)
                    Check(sequence.Items[i], items, FormattableString.Invariant($"{path}[{i}]"));
                break;
            case ComposeScalar scalar when shape.Scalars.HasFlag(KindOf(scalar)) && KindOf(scalar) is not ScalarKinds.None:
                break;
            default:
                throw node.Origin.Fault($"{(path.Length == 0 ? "A compose file" : path)} must be {Describe(shape)}, and this is {node.Described}");
        }
    }

    private static void CheckMapping(ComposeMapping mapping, Properties properties, string path)
    {
        foreach (var entry in mapping.Entries)
        {
            var next = path.Length == 0 ? entry.Key : $"{path}.{entry.Key}";
            if (properties.Named.GetValueOrDefault(entry.Key) is { } shape)
                Check(entry.Value, shape, next);
            else if (properties.Others is { } others && IsAllowedName(entry.Key, properties))
                Check(entry.Value, others, next);
            else if (!entry.Key.StartsWith("x-", StringComparison.Ordinal))
                throw Unknown(entry, properties, path);
        }
    }

    private static bool IsAllowedName(string key, Properties properties) =>
        key.Length > 0
        && (properties.Noun is Nouns.Key || key.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'));

    private static LocatedException Unknown(ComposeEntry entry, Properties properties, string path)
    {
        if (properties.Others is not null)
            return entry.KeyOrigin.Fault(
                $"'{entry.Key}' is no name for a {properties.Noun}",
                properties.Noun is Nouns.Key ? null : "It may hold letters, digits, '.', '_' and '-'.");
        var owner = path.Length == 0 ? "A compose file" : path;
        var advice = NearestName.Of(entry.Key, properties.Named.Keys) is { } near ? $"Did you mean {near}?" : "A field of your own starts with x-.";
        return entry.KeyOrigin.Fault($"{owner} has no {properties.Noun} '{entry.Key}'", advice);
    }

    private static ScalarKinds KindOf(ComposeScalar scalar) => scalar.Kind switch
    {
        ScalarKind.Text => ScalarKinds.Text,
        ScalarKind.WholeNumber => ScalarKinds.Integer,
        ScalarKind.Number => ScalarKinds.Float,
        ScalarKind.Boolean => ScalarKinds.Boolean,
        ScalarKind.Null => ScalarKinds.Null,
        _ => ScalarKinds.None,
    };

    private static string Describe(Shape shape)
    {
        var kinds = new List<string>();
        if (shape.Scalars.HasFlag(ScalarKinds.Text))
            kinds.Add("a string");
        if (shape.Scalars.HasFlag(ScalarKinds.Integer))
            kinds.Add("a number");
        if (shape.Scalars.HasFlag(ScalarKinds.Boolean))
            kinds.Add("a boolean");
        if (shape.Items is not null)
            kinds.Add("a list");
        if (shape.Mapping is not null)
            kinds.Add("a mapping");
        return kinds.Count == 1 ? kinds[0] : string.Join(", ", kinds.SkipLast(1)) + " or " + kinds[^1];
    }
}
