namespace Attune.Compose.Merging;

/// <summary>Extra hosts, in any of their forms, as a list of <c>host=address</c>.</summary>
internal static class HostLists
{
    public static ComposeSequence Of(ComposeNode hosts)
    {
        var items = hosts switch
        {
            ComposeSequence list => list.Items.OfType<ComposeScalar>().Select(Parse),
            ComposeMapping mapping => mapping.Entries.SelectMany(e => Addresses(e.Value).Select(a => Item(e.Key, a.Text, a))),
            _ => [],
        };
        return new([.. items], hosts.Origin, hosts.Tag);
    }

    private static IEnumerable<ComposeScalar> Addresses(ComposeNode value) => value switch
    {
        ComposeScalar address => [address],
        ComposeSequence addresses => addresses.Items.OfType<ComposeScalar>(),
        _ => [],
    };

    private static ComposeScalar Parse(ComposeScalar item)
    {
        var separator = item.Text.IndexOf('=', StringComparison.Ordinal);
        if (separator < 0)
            separator = item.Text.IndexOf(':', StringComparison.Ordinal);
        return separator < 0
            ? throw item.Origin.Fault($"'{item.Text}' has no address: an extra host is host=address")
            : Item(item.Text[..separator], item.Text[(separator + 1)..], item);
    }

    private static ComposeScalar Item(string host, string address, ComposeScalar item)
    {
        if (host.Length == 0 || host.Contains(':', StringComparison.Ordinal) || host.Contains('=', StringComparison.Ordinal))
            throw item.Origin.Fault($"'{host}' is no host name");
        var bare = address.Length > 2 && address[0] == '[' && address[^1] == ']' ? address[1..^1] : address;
        return new(ScalarKind.Text, $"{host}={bare}", item.Origin, item.Tag);
    }
}
