namespace Attune.Compose.Interpolation;

/// <summary>What a <c>${NAME…}</c> does.</summary>
internal enum SubstitutionOperator
{
    /// <summary><c>${X}</c>.</summary>
    None,

    /// <summary><c>-</c>: the argument when the variable is missing.</summary>
    Default,

    /// <summary><c>?</c>: an error when the variable is missing.</summary>
    Required,

    /// <summary><c>+</c>: the argument when the variable is there.</summary>
    Alternative,
}

/// <summary>Whether a variable that is set to nothing counts as set.</summary>
internal enum EmptyValue
{
    /// <summary>Without a colon.</summary>
    AsSet,

    /// <summary>With a colon.</summary>
    AsUnset,
}
