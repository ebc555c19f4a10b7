using Attune.Compose.Yaml;

namespace Attune.Compose.Merging;

/// <summary>Carries out <c>!reset</c> by taking the value away, and forgets <c>!override</c>, which has done its work once merged.</summary>
internal static class MergeTags
{
    public static ComposeMapping Settle(ComposeMapping mapping)
    {
        var settled = mapping.Entries
            .Where(e => e.Value.Tag is not MergeTag.Reset)
            .Select(e => Settle(e.Value) is var value && ReferenceEquals(value, e.Value) ? e : e with { Value = value })
            .ToList();
        var same = settled.Count == mapping.Entries.Length && settled.Zip(mapping.Entries).All(pair => ReferenceEquals(pair.First, pair.Second));
        return same && mapping.Tag is MergeTag.None ? mapping : new([.. settled], mapping.Origin);
    }

    private static ComposeNode Settle(ComposeNode node) => node switch
    {
        ComposeMapping mapping => Settle(mapping),
        ComposeSequence sequence => Settle(sequence),
        _ => node.Tag is MergeTag.None ? node : node with { Tag = MergeTag.None },
    };

    private static ComposeSequence Settle(ComposeSequence sequence)
    {
        var settled = sequence.Items.Where(item => item.Tag is not MergeTag.Reset).Select(Settle).ToList();
        var same = settled.Count == sequence.Items.Length && settled.Zip(sequence.Items).All(pair => ReferenceEquals(pair.First, pair.Second));
        return same && sequence.Tag is MergeTag.None ? sequence : new([.. settled], sequence.Origin);
    }
}
