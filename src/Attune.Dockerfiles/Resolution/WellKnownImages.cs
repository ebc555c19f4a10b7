using System.Collections.Immutable;

namespace Attune.Dockerfiles.Resolution;

/// <summary>
/// What well-known base images set that Dockerfiles write mounts with, such as <c>$CARGO_HOME/registry</c>. A guess by name, since
/// another image may go by it: https://github.com/rust-lang/docker-rust, https://github.com/docker-library/golang.
/// </summary>
public static class WellKnownImages
{
    private static readonly ImmutableDictionary<string, string> _rust = ImmutableDictionary<string, string>.Empty
        .Add("CARGO_HOME", "/usr/local/cargo").Add("RUSTUP_HOME", "/usr/local/rustup");

    private static readonly ImmutableDictionary<string, string> _go = ImmutableDictionary<string, string>.Empty.Add("GOPATH", "/go");

    /// <summary>The variables that an image sets.</summary>
    /// <param name="image">Its name, as FROM has it.</param>
    /// <returns>Names and values; none for an image that isn't known.</returns>
    public static ImmutableDictionary<string, string> EnvironmentOf(string image)
    {
        var name = image[(image.LastIndexOf('/') + 1)..];
        var end = name.IndexOfAny([':', '@']);
        return (end < 0 ? name : name[..end]) switch
        {
            "rust" or "cargo-chef" => _rust,
            "golang" => _go,
            _ => ImmutableDictionary<string, string>.Empty,
        };
    }
}
