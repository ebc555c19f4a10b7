using System.Collections.Immutable;
using Attune.Compose.Yaml;
using Attune.Source;

namespace Attune.Compose;

/// <summary>A value of a compose file as plain data: what <c>x-</c> extensions hold.</summary>
public abstract record ComposeNode
{
    private protected ComposeNode(Origin origin, MergeTag tag) => (Origin, Tag) = (origin, tag);

    /// <summary>Where the value was written.</summary>
    public SourceLocation Location => Origin.Location;

    internal Origin Origin { get; init; }

    /// <summary>What the value does to the same key of an earlier file.</summary>
    internal MergeTag Tag { get; init; }

    /// <summary>The kind of value in the words of an error message.</summary>
    internal abstract string Described { get; }
}

/// <summary>A mapping, in the order of the file.</summary>
public sealed record ComposeMapping : ComposeNode
{
    private readonly Lazy<Dictionary<string, ComposeEntry>> _index;

    internal ComposeMapping(ImmutableArray<ComposeEntry> entries, Origin origin, MergeTag tag = MergeTag.None)
        : base(origin, tag)
    {
        Entries = entries;
        _index = new(() => entries.ToDictionary(e => e.Key, StringComparer.Ordinal));
    }

    /// <summary>The entries; each key stands once.</summary>
    public ImmutableArray<ComposeEntry> Entries { get; }

    /// <summary>The value of a key, or null when it isn't there.</summary>
    public ComposeNode? this[string key] => Find(key)?.Value;

    internal override string Described => "a mapping";

    internal ComposeEntry? Find(string key) => _index.Value.GetValueOrDefault(key);

    internal ComposeMapping With(IEnumerable<ComposeEntry> entries) => new([.. entries], Origin, Tag);

    /// <summary>Replaces or appends one entry.</summary>
    internal ComposeMapping With(string key, ComposeNode value) => Find(key) is { } old
        ? With(Entries.Replace(old, old with { Value = value }))
        : With(Entries.Add(new(key, value.Origin, value)));

    internal ComposeMapping Without(string key) => Find(key) is { } old ? With(Entries.Remove(old)) : this;
}

/// <summary>A sequence.</summary>
public sealed record ComposeSequence : ComposeNode
{
    internal ComposeSequence(ImmutableArray<ComposeNode> items, Origin origin, MergeTag tag = MergeTag.None)
        : base(origin, tag) => Items = items;

    /// <summary>The items in order.</summary>
    public ImmutableArray<ComposeNode> Items { get; }

    internal override string Described => "a list";
}

/// <summary>A scalar with the text that Compose makes of it: <c>0644</c> is the number 420, <c>yes</c> is a string.</summary>
public sealed record ComposeScalar : ComposeNode
{
    internal ComposeScalar(ScalarKind kind, string text, Origin origin, MergeTag tag = MergeTag.None)
        : base(origin, tag) => (Kind, Text) = (kind, text);

    /// <summary>What the scalar is.</summary>
    public ScalarKind Kind { get; }

    /// <summary>Its text; empty for null.</summary>
    public string Text { get; }

    internal override string Described => Kind switch
    {
        ScalarKind.Null => "empty",
        ScalarKind.Boolean => "a boolean",
        ScalarKind.WholeNumber or ScalarKind.Number => "a number",
        ScalarKind.Timestamp => "a date",
        _ => "a string",
    };
}

/// <summary>One key of a <see cref="ComposeMapping"/> and its value.</summary>
public sealed record ComposeEntry
{
    internal ComposeEntry(string key, Origin keyOrigin, ComposeNode value) => (Key, KeyOrigin, Value) = (key, keyOrigin, value);

    /// <summary>The key.</summary>
    public string Key { get; }

    /// <summary>The value.</summary>
    public ComposeNode Value { get; internal init; }

    internal Origin KeyOrigin { get; }
}

/// <summary>The types that a plain YAML scalar can have.</summary>
public enum ScalarKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A number with a fraction or an exponent.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>Nothing: <c>null</c>, <c>~</c> or no value at all.</summary>
    Null,

    /// <summary>A date, which no field of a compose file takes.</summary>
    Timestamp,
}
