namespace Attune.Compose.Schema;

/// <summary>What a value may look like: some kinds of scalars, a list, a mapping, or several of these.</summary>
internal sealed record Shape(ScalarKinds Scalars, Shape? Items = null, Properties? Mapping = null)
{
    /// <summary>Not looked into.</summary>
    public static readonly Shape Anything = new(ScalarKinds.All);
}

/// <summary>The keys that a mapping may have; <c>x-</c> keys may always be there.</summary>
/// <param name="Named">The known keys.</param>
/// <param name="Others">The shape of values under any other key; null when there may be none.</param>
/// <param name="Noun">What the mapping's keys are, for messages: a field, a service.</param>
internal sealed record Properties(Dictionary<string, Shape> Named, Shape? Others, string Noun);

/// <summary>Kinds of scalars, combined.</summary>
[Flags]
internal enum ScalarKinds
{
    /// <summary>No scalar.</summary>
    None = 0,

    /// <summary>Strings.</summary>
    Text = 1,

    /// <summary>Whole numbers.</summary>
    Integer = 2,

    /// <summary>Other numbers.</summary>
    Float = 4,

    /// <summary>Booleans.</summary>
    Boolean = 8,

    /// <summary>No value.</summary>
    Null = 16,

    /// <summary>All of them.</summary>
    All = Text | Integer | Float | Boolean | Null,
}
