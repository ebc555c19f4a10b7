using System.Text;
using Attune.Source;

namespace Attune.Workflow.Checks;

/// <summary>Replaces a file as a whole: nobody ever sees half of it.</summary>
internal static class FileReplacement
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the text where the file, or what a link stands for, has the old one; keeps its mode and its byte order mark.</summary>
    public static void Write(string path, string before, string after)
    {
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        var temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            var old = _utf8.GetString(File.ReadAllBytes(target));
            if (old.TrimStart('\uFEFF') != before)
                throw new UserErrorException($"{path} has been changed by somebody else meanwhile", "Run FixLockedMounts again.");
            File.WriteAllBytes(temporary, _utf8.GetBytes((old.StartsWith('\uFEFF') ? "\uFEFF" : "") + after));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"Can't write {path}: {e.Message}", inner: e);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
