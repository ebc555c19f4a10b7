namespace Attune.Engines.Embedded;

/// <summary>What a directory lies on.</summary>
internal static class FileSystem
{
    /// <summary>Whether it lies on an overlay, as everything in a container does; the kernel refuses an overlay on top of one.</summary>
    public static bool IsOverlay(string directory) => new DriveInfo(directory).DriveFormat.StartsWith("overlay", StringComparison.Ordinal);
}
