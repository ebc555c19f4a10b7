using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Attune.Dockerfiles.Mounts;
using Attune.Recovery.Signatures;
using Attune.Source;

namespace Attune.Recovery.Diagnosis;

/// <summary>Recognises messages of damaged caches.</summary>
internal static class Diagnostician
{
    // A log that makes a pattern slow is none that it was made for.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    /// <summary>What a step's log says of the caches that the step mounts; null when it says nothing known.</summary>
    public static CacheDiagnosis? Find(IEnumerable<string> log, ImmutableArray<CacheMount> mounts)
    {
        if (mounts.IsEmpty)
            return null;
        var text = EscapeSequences.Strip(string.Join('\n', log));
        var found =
            from tool in SignatureCatalog.Tools
            from signature in tool.Signatures
            let match = Match(signature, text)
            where match.Success
            let mount = Mount(match.Groups["path"], tool, mounts)
            where mount is not null
            select new CacheDiagnosis(tool, signature, mount)
            {
                Symptom = match.Value.Split('\n')[0].Trim(),
                Path = match.Groups["path"].Value,
                Item = match.Groups["item"].Value.Replace(" v", "-", StringComparison.Ordinal),
            };
        return found.FirstOrDefault();
    }

    private static Match Match(Signature signature, string text)
    {
        try
        {
            return Regex.Match(text, signature.Pattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, _patience);
        }
        catch (RegexMatchTimeoutException)
        {
            return System.Text.RegularExpressions.Match.Empty;
        }
    }

    // A path outside of all caches is the container's own, where nobody else writes.
    private static CacheMount? Mount(Group path, ToolSignatures tool, ImmutableArray<CacheMount> mounts) => path.Length > 0
        ? mounts.Where(m => IsInside(path.Value, m.MountPath)).MaxBy(m => m.MountPath.Length)
        : mounts.FirstOrDefault(m => tool.Places.Any(place => m.MountPath.EndsWith(place, StringComparison.Ordinal)));

    private static bool IsInside(string path, string directory) =>
        path.StartsWith(directory, StringComparison.Ordinal) && (path.Length == directory.Length || path[directory.Length] == '/');
}
