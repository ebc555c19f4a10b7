namespace Attune.Compose.Merging;

/// <summary>
/// Lays one tree over another by https://docs.docker.com/reference/compose-file/merge/: mappings merge by key, lists are joined, anything
/// else is replaced. Fields with several written forms are in their canonical form already. Tags stay; <see cref="MergeTags"/> carries them out.
/// </summary>
internal static class NodeMerger
{
    public static ComposeMapping Merge(ComposeMapping below, ComposeMapping above) => MergeMappings(below, above, path: "", NullRule.Replaces);

    private static ComposeMapping MergeMappings(ComposeMapping below, ComposeMapping above, string path, NullRule rule)
    {
        var entries = below.Entries.ToBuilder();
        var positions = new Dictionary<string, int>(entries.Count, StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
            positions.Add(entries[i].Key, i);
        foreach (var entry in above.Entries)
        {
            if (!positions.TryGetValue(entry.Key, out var position))
            {
                entries.Add(entry);
                continue;
            }

            var next = entry.Key.StartsWith("x-", StringComparison.Ordinal) ? NullRule.Keeps : rule;
            var value = Merge(entries[position].Value, entry.Value, path.Length == 0 ? entry.Key : $"{path}.{entry.Key}", next);
            entries[position] = new(entry.Key, entry.KeyOrigin, value);
        }

        return new(entries.ToImmutable(), above.Origin, above.Tag);
    }

    private static ComposeNode Merge(ComposeNode below, ComposeNode above, string path, NullRule rule) => (below, above) switch
    {
        (_, { Tag: not Yaml.MergeTag.None }) => above,
        (_, ComposeScalar { Kind: ScalarKind.Null }) when rule is NullRule.Keeps => below,
        (ComposeMapping lower, ComposeMapping upper) => MergeMappings(lower, upper, path, rule),
        (ComposeSequence lower, ComposeSequence upper) => new ComposeSequence([.. lower.Items, .. upper.Items], upper.Origin, upper.Tag),
        (ComposeScalar, _) => above,
        _ => throw above.Origin.Fault($"{path} can't be merged: it is {above.Described} here and {below.Described} in {below.Location}"),
    };
}
