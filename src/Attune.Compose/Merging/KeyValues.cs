using Attune.Compose.Yaml;

namespace Attune.Compose.Merging;

/// <summary>What a list item without an equals sign means.</summary>
internal enum MissingValue
{
    /// <summary>A key without a value.</summary>
    IsEmpty,

    /// <summary>A mistake.</summary>
    IsFault,
}

/// <summary>Lists of <c>KEY=value</c> as mappings; where a key stands twice the last one wins.</summary>
internal static class KeyValues
{
    public static ComposeMapping Of(ComposeSequence list, MissingValue missing)
    {
        var entries = new Dictionary<string, ComposeEntry>(StringComparer.Ordinal);
        foreach (var item in list.Items.OfType<ComposeScalar>())
        {
            var equals = item.Text.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 && missing is MissingValue.IsFault && item.Tag is not MergeTag.Reset)
                throw item.Origin.Fault($"'{item.Text}' must be of the form name=value");
            var key = equals < 0 ? item.Text : item.Text[..equals];
            if (key.Length > 0 && char.IsWhiteSpace(key[^1]))
                throw item.Origin.Fault($"'{key}' ends with a space", "Write KEY=value without a space before the equals sign.");
            ComposeScalar value = equals < 0
                ? new(ScalarKind.Null, "", item.Origin, item.Tag)
                : new(ScalarKind.Text, item.Text[(equals + 1)..], item.Origin, item.Tag);
            entries[key] = new(key, item.Origin, value);
        }

        return new([.. entries.Values], list.Origin, list.Tag);
    }

    /// <summary>A list of names as a mapping from each name to an empty mapping.</summary>
    public static ComposeMapping OfNames(ComposeSequence names)
    {
        var entries = new Dictionary<string, ComposeEntry>(StringComparer.Ordinal);
        foreach (var item in names.Items.OfType<ComposeScalar>())
            entries.TryAdd(item.Text, new(item.Text, item.Origin, new ComposeMapping([], item.Origin, item.Tag)));
        return new([.. entries.Values], names.Origin, names.Tag);
    }
}
