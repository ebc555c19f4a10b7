namespace Attune.Compose.Merging;

/// <summary>What an empty value does to the value of an earlier file.</summary>
internal enum NullRule
{
    /// <summary>It replaces the earlier value: a build argument without a value is taken from the environment.</summary>
    Replaces,

    /// <summary>The earlier value stays, as in extensions.</summary>
    Keeps,
}
