namespace Attune.Source;

/// <summary>Writes files as a whole: a reader sees the old content or the new one, never half of it.</summary>
public static class WholeFile
{
    /// <summary>Writes beside the file and renames; makes the directory. What fails leaves the old file, and nothing beside it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">All of its new content.</param>
    /// <param name="mode">Its permissions; null leaves them to the system, as does Windows.</param>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, UnixFileMode? mode = null)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            File.WriteAllBytes(temporary, content);
            if (mode is { } permissions && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(temporary, permissions);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
