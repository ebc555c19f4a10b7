namespace Attune.Compose.DotEnv;

/// <summary>Where a line of an env file takes its value from.</summary>
internal enum Assignment
{
    /// <summary><c>NAME=value</c>.</summary>
    Written,

    /// <summary><c>NAME</c> alone.</summary>
    FromEnvironment,
}
