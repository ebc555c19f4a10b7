namespace Attune.Workflow.Settings;

/// <summary>Where images go when several engines build.</summary>
public enum ImageLoading
{
    /// <summary>To the first engine.</summary>
    First,

    /// <summary>Nowhere: each stays on the engine that built it.</summary>
    None,
}
