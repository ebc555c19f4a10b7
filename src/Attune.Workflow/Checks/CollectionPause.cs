namespace Attune.Workflow.Checks;

/// <summary>
/// Lets a run that only checks use some memory before garbage is collected for the first time. What a check computes lives until its end,
/// so collecting meanwhile takes a fifth of its time and frees next to nothing.
/// </summary>
internal static class CollectionPause
{
    private const long Most = 240 * 1024 * 1024;

    // Of the machine's memory, or the container's.
    private const int LeastShare = 8;

    /// <summary>Pauses collection until the memory is used up.</summary>
    public static void Start()
    {
        try
        {
            GC.TryStartNoGCRegion(Math.Min(Most, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / LeastShare));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentOutOfRangeException)
        {
            // It is paused already, or the heap may not grow that far.
        }
    }
}
