namespace Attune.Compose.Loading;

/// <summary>Whether two trees say the same, wherever they were written.</summary>
internal static class SameValue
{
    public static bool Are(ComposeNode a, ComposeNode b) => (a, b) switch
    {
        (ComposeScalar x, ComposeScalar y) => x.Kind == y.Kind && x.Text == y.Text,
        (ComposeSequence x, ComposeSequence y) => x.Items.Length == y.Items.Length && x.Items.Zip(y.Items).All(pair => Are(pair.First, pair.Second)),
        (ComposeMapping x, ComposeMapping y) => x.Entries.Length == y.Entries.Length
            && x.Entries.All(e => y[e.Key] is { } twin && Are(e.Value, twin)),
        _ => false,
    };
}
