namespace Attune.Compose.Interpolation;

/// <summary>Interpolates every text value of a tree; keys stay. What holds no variable is kept, so shared nodes stay shared.</summary>
internal static class NodeInterpolator
{
    public static ComposeNode Interpolate(ComposeNode node, VariableScope scope) => node switch
    {
        ComposeScalar { Kind: ScalarKind.Text } scalar => Interpolate(scalar, scope),
        ComposeMapping mapping => Interpolate(mapping, scope),
        ComposeSequence sequence => Interpolate(sequence, scope),
        _ => node,
    };

    private static ComposeScalar Interpolate(ComposeScalar scalar, VariableScope scope)
    {
        var text = Template.Substitute(scalar.Text, scope, scalar.Origin);
        return ReferenceEquals(text, scalar.Text) ? scalar : new(ScalarKind.Text, text, scalar.Origin, scalar.Tag);
    }

    private static ComposeMapping Interpolate(ComposeMapping mapping, VariableScope scope)
    {
        var values = mapping.Entries.Select(e => Interpolate(e.Value, scope)).ToList();
        return AreSame(values, mapping.Entries.Select(e => e.Value))
            ? mapping
            : mapping.With(mapping.Entries.Select((e, i) => e with { Value = values[i] }));
    }

    private static ComposeSequence Interpolate(ComposeSequence sequence, VariableScope scope)
    {
        var items = sequence.Items.Select(item => Interpolate(item, scope)).ToList();
        return AreSame(items, sequence.Items)
            ? sequence
            : new([.. items], sequence.Origin, sequence.Tag);
    }

    private static bool AreSame(IEnumerable<ComposeNode> some, IEnumerable<ComposeNode> others) => some.SequenceEqual(others, ReferenceEqualityComparer.Instance);
}
