using System.Security.Cryptography;
using System.Text;

namespace Attune.Engines.BaseImages;

/// <summary>How a stand-in for a base image is put together from Debian packages.</summary>
/// <param name="Tag">Its name on the engine.</param>
/// <param name="Packages">The packages wanted; apt adds what they depend on.</param>
internal sealed record OfflineRecipe(string Tag, IReadOnlyList<string> Packages)
{
    /// <summary>The label that tells which version of a recipe made an image.</summary>
    public const string Label = "org.attune.recipe";

    /// <summary>The Debian release that all recipes take their packages from.</summary>
    public const string Suite = "trixie";

    /// <summary>Packages that are taken without what they depend on.</summary>
    public IReadOnlyList<string> Bare { get; init; } = [];

    /// <summary>Packages that apt would add and that the image works without.</summary>
    public IReadOnlyList<string> Omitted { get; init; } = [];

    /// <summary>Files to write: paths from the root, and texts.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>Symbolic links to make: paths from the root, and targets.</summary>
    public IReadOnlyDictionary<string, string> Links { get; init; } = new Dictionary<string, string>();

    /// <summary>The image's configuration, as Dockerfile instructions.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>Changes with the recipe: an image with another hash is made anew.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..16];

    private string Text => string.Join('\n', [
        Suite, Tag, .. Packages, "bare", .. Bare, "omitted", .. Omitted, "files", .. Files.Select(Pair), .. Links.Select(Pair),
        .. Changes, "slimming", PackageFilter.Version,
    ]);

    private static string Pair(KeyValuePair<string, string> pair) => $"{pair.Key}={pair.Value}";
}
