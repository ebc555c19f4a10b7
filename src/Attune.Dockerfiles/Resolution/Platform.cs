namespace Attune.Dockerfiles.Resolution;

/// <summary>A platform in normal form, such as <c>linux/amd64</c> or <c>linux/arm/v7</c>.</summary>
/// <param name="Os">The operating system, Go's name.</param>
/// <param name="Architecture">The architecture, Go's name.</param>
/// <param name="Variant">The variant; empty when the architecture has a default one.</param>
public sealed record Platform(string Os, string Architecture, string Variant = "")
{
    /// <summary>Reads <c>os/arch[/variant]</c>, <c>os</c> or <c>arch</c>; null when it is neither.</summary>
    public static Platform? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.ToLowerInvariant().Split('/');
        if (parts.Length > 3 || !parts.All(IsPart))
            return null;
        return parts.Length == 1
            ? IsOs(parts[0]) ? new(parts[0], "amd64") : Normalize("linux", parts[0], "")
            : Normalize(parts[0] == "macos" ? "darwin" : parts[0], parts[1], parts.Length == 3 ? parts[2] : "");
    }

    /// <inheritdoc/>
    public override string ToString() => Variant.Length == 0 ? $"{Os}/{Architecture}" : $"{Os}/{Architecture}/{Variant}";

    private static bool IsPart(string part) =>
        part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || "_.-()+".Contains(c, StringComparison.Ordinal));

    private static bool IsOs(string name) => name is "linux" or "windows" or "darwin" or "freebsd" or "netbsd" or "openbsd" or "wasip1" or "js";

    // The spellings that containerd's platforms package treats alike.
    private static Platform Normalize(string os, string architecture, string variant) => (architecture, variant) switch
    {
        ("x86_64" or "x86-64" or "amd64", "v1") => new(os, "amd64"),
        ("x86_64" or "x86-64", _) => new(os, "amd64", variant),
        ("i386", _) => new(os, "386"),
        ("aarch64" or "arm64", "8" or "v8" or "") => new(os, "arm64"),
        ("aarch64", _) => new(os, "arm64", variant),
        ("armhf", _) => new(os, "arm", "v7"),
        ("armel", _) => new(os, "arm", "v6"),
        ("arm", "") => new(os, "arm", "v7"),
        ("arm", "5" or "6" or "7" or "8") => new(os, "arm", "v" + variant),
        _ => new(os, architecture, variant),
    };
}
