using System.Collections.Immutable;
using Attune.Compose.Yaml;

namespace Attune.Compose.Merging;

/// <summary>
/// Brings a checked service into one written form, so that merging needs no special cases: <c>build</c> is a mapping, arguments and labels are
/// mappings, hosts are <c>host=address</c>. Fields that a build doesn't depend on are left out.
/// </summary>
internal static class CanonicalForm
{
    private static readonly ImmutableHashSet<string> _keptFields = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "image", "build", "platform", "pull_policy", "profiles", "depends_on", "extends", "links", "volumes_from", "network_mode", "ipc", "pid",
        "provider");

    public static ComposeMapping OfService(ComposeMapping service) => service.With(service.Entries
        .Where(e => _keptFields.Contains(e.Key) || e.Key.StartsWith("x-", StringComparison.Ordinal))
        .Select(e => e.Value.Tag is MergeTag.Reset ? e : e with { Value = OfField(e.Key, e.Value) }));

    private static ComposeNode OfField(string name, ComposeNode value) => name switch
    {
        "build" => value is ComposeMapping build ? OfBuild(build) : Wrap("context", value),
        "extends" => value is ComposeScalar ? Wrap("service", value) : value,
        "depends_on" => value is ComposeSequence services ? KeyValues.OfNames(services) : value,
        _ => value,
    };

    private static ComposeMapping OfBuild(ComposeMapping build) =>
        build.With(build.Entries.Select(e => e.Value.Tag is MergeTag.Reset ? e : e with { Value = OfBuildField(e.Key, e.Value) }));

    private static ComposeNode OfBuildField(string name, ComposeNode value) => (name, value) switch
    {
        ("args" or "labels", ComposeSequence list) => KeyValues.Of(list, MissingValue.IsEmpty),
        ("additional_contexts", ComposeSequence list) => KeyValues.Of(list, MissingValue.IsFault),
        ("ssh", ComposeSequence list) => KeyValues.Of(list, MissingValue.IsEmpty),
        ("extra_hosts", _) => HostLists.Of(value),
        ("no_cache_filter", ComposeScalar) => new ComposeSequence([value with { Tag = MergeTag.None }], value.Origin, value.Tag),
        ("secrets", ComposeSequence list) => new ComposeSequence(
            [.. list.Items.Select(item => item is ComposeScalar { Tag: not MergeTag.Reset } ? Wrap("source", item) : item)], list.Origin, list.Tag),
        _ => value,
    };

    private static ComposeMapping Wrap(string key, ComposeNode value) =>
        new([new(key, value.Origin, value with { Tag = MergeTag.None })], value.Origin, value.Tag);
}
