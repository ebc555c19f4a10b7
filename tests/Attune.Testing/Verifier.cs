using System.Runtime.CompilerServices;
using System.Text;
using Xunit.Sdk;

namespace Attune.Testing;

/// <summary>
/// Stands in for Verify.Xunit with its file convention: <c>Class.Method.verified.txt</c> beside the test, <c>*.received.txt</c> when
/// they differ. To move to the package, replace <c>using Attune.Testing</c> by <c>using static VerifyXunit.Verifier</c>.
/// Set <c>UPDATE_SNAPSHOTS=1</c> to accept what was received.
/// </summary>
public static class Verifier
{
    public static Task Verify(string text, string? suffix = null, [CallerFilePath] string file = "", [CallerMemberName] string member = "")
    {
        var name = $"{Path.GetFileNameWithoutExtension(file)}.{member}{(suffix is null ? "" : "_" + suffix)}";
        var stem = Path.Combine(Path.GetDirectoryName(file)!, name);
        return Compare(text, stem + ".verified.txt", stem + ".received.txt");
    }

    /// <summary>Compares with a file that is itself documentation, such as <c>docs/targets.md</c>.</summary>
    public static Task VerifyFile(string text, string path) =>
        Compare(text, path, Path.Combine(Path.GetTempPath(), Path.GetFileName(path) + ".received.txt"));

    private static async Task Compare(string text, string verifiedPath, string receivedPath)
    {
        var received = Normalize(text);
        var verified = File.Exists(verifiedPath) ? Normalize(await File.ReadAllTextAsync(verifiedPath)) : null;
        if (received == verified)
        {
            File.Delete(receivedPath);
            return;
        }

        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(verifiedPath, received);
            return;
        }

        await File.WriteAllTextAsync(receivedPath, received);
        throw new XunitException($"{Path.GetFileName(verifiedPath)} differs (accept with UPDATE_SNAPSHOTS=1):\n{Diff(verified ?? "", received)}");
    }

    private static string Normalize(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    private static string Diff(string verified, string received)
    {
        var (before, after) = (verified.Split('\n'), received.Split('\n'));
        var same = 0;
        while (same < Math.Min(before.Length, after.Length) && before[same] == after[same])
            same++;
        var tail = 0;
        while (tail < Math.Min(before.Length, after.Length) - same && before[^(tail + 1)] == after[^(tail + 1)])
            tail++;
        var diff = new StringBuilder($"@@ line {same + 1} @@\n");
        foreach (var line in before[Math.Max(same - 2, 0)..same])
            diff.Append(' ').Append(line).Append('\n');
        foreach (var line in before[same..^tail].Take(40))
            diff.Append('-').Append(line).Append('\n');
        foreach (var line in after[same..^tail].Take(40))
            diff.Append('+').Append(line).Append('\n');
        return diff.ToString();
    }
}
