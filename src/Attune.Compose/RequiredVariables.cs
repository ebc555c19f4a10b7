namespace Attune.Compose;

/// <summary>What is made of a variable that <c>${NAME:?…}</c> demands and that isn't set.</summary>
public enum RequiredVariables
{
    /// <summary>It is a fault, as with Compose.</summary>
    Demanded,

    /// <summary>An empty text stands for it, with a warning: enough to look at a project that isn't started from here.</summary>
    Assumed,
}
