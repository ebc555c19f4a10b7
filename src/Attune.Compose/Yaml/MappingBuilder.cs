using System.Collections.Immutable;
using Attune.Source;

namespace Attune.Compose.Yaml;

/// <summary>Collects a mapping's entries: refuses a key written twice, lets the mapping's own keys win over merged-in ones.</summary>
internal sealed class MappingBuilder
{
    private readonly List<ComposeEntry> _entries = [];
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private (ComposeNode Value, Origin Origin)? _merge;

    public void Add(MappingKey key, Origin origin, ComposeNode value)
    {
        if (key.IsMerge)
        {
            if (_merge is { } first)
                throw Duplicate("<<", origin, first.Origin);
            _merge = (value, origin);
            return;
        }

        if (_positions.TryGetValue(key.Name!, out var earlier))
            throw Duplicate(key.Name!, origin, _entries[earlier].KeyOrigin);
        _positions.Add(key.Name!, _entries.Count);
        _entries.Add(new(key.Name!, origin, value));
    }

    public ImmutableArray<ComposeEntry> Build()
    {
        if (_merge is { } merge)
            foreach (var entry in MergedMappings(merge.Value, merge.Origin).SelectMany(m => m.Entries))
                if (_positions.TryAdd(entry.Key, _entries.Count))
                    _entries.Add(entry);
        return [.. _entries];
    }

    private static IEnumerable<ComposeMapping> MergedMappings(ComposeNode value, Origin origin) => value switch
    {
        ComposeMapping mapping => [mapping],
        ComposeSequence sequence => sequence.Items.Select(item => item as ComposeMapping
            ?? throw item.Origin.Fault($"A merge key takes mappings, and this is {item.Described}")),
        _ => throw origin.Fault($"A merge key takes a mapping or a list of mappings, and its value is {value.Described}"),
    };

    private static LocatedException Duplicate(string key, Origin second, Origin first) =>
        second.Fault($"The key '{key}' stands twice in this mapping", $"The first one is in line {first.Location.Start.Line}.");
}
