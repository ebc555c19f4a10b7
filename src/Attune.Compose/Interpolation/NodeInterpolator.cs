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
        var entries = mapping.Entries.Select(e => (Old: e, Value: Interpolate(e.Value, scope))).ToList();
        return entries.TrueForAll(e => ReferenceEquals(e.Old.Value, e.Value))
            ? mapping
            : mapping.With(entries.Select(e => e.Old with { Value = e.Value }));
    }

    private static ComposeSequence Interpolate(ComposeSequence sequence, VariableScope scope)
    {
        var items = sequence.Items.Select(item => Interpolate(item, scope)).ToList();
        return items.Zip(sequence.Items).All(pair => ReferenceEquals(pair.First, pair.Second))
            ? sequence
            : new([.. items], sequence.Origin, sequence.Tag);
    }
}
