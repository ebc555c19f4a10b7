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
        try
        {
            var old = _utf8.GetString(File.ReadAllBytes(target));
            if (old.TrimStart('\uFEFF') != before)
                throw new UserErrorException($"{path} has been changed by somebody else meanwhile", "Run FixLockedMounts again.");
            var content = _utf8.GetBytes((old.StartsWith('\uFEFF') ? "\uFEFF" : "") + after);
            WholeFile.Write(target, content, OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(target));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"Can't write {path}: {e.Message}", inner: e);
        }
    }
}
