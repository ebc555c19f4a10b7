using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Attune.Projects;
using Attune.Source;

namespace Attune.Archives.Keys;

/// <summary>What archives are saved and looked for under: the same as long as caches filled for one are good for the other.</summary>
public static class ArchiveKey
{
    private const int HashLength = 16;

    /// <summary>The key of a project: platform, and a hash of its lock files and base images.</summary>
    /// <param name="plan">The project's builds.</param>
    /// <param name="platform">The engine's platform, such as <c>linux/amd64</c>.</param>
    /// <param name="lockFiles">The files, in order.</param>
    public static string Of(BuildPlan plan, string platform, ImmutableArray<string> lockFiles)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(platform);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Not by path: a checkout may lie anywhere.
        foreach (var file in lockFiles)
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        foreach (var image in plan.Services.SelectMany(s => s.Resolved?.BaseImages ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes(image + "\n"));
        return $"{platform.Replace('/', '-')}-{Convert.ToHexStringLower(hash.GetHashAndReset())[..HashLength]}";
    }

    /// <summary>A key that a user chose.</summary>
    /// <exception cref="UserErrorException">It can't be a file's name everywhere.</exception>
    public static string Checked(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return IsUsable(key)
            ? key
            : throw new UserErrorException($"--cache-key is '{key}'", "Use letters, digits, '-', '_' and '.', 100 at most.", FaultKind.Usage);
    }

    internal static bool IsUsable(string? key) =>
        key is { Length: > 0 and <= 100 } && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && key[0] != '.';
}
