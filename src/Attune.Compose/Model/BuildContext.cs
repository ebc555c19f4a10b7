using Attune.Source;

namespace Attune.Compose;

/// <summary>What a context is.</summary>
public enum ContextKind
{
    /// <summary>A directory on this machine.</summary>
    Directory,

    /// <summary>A Git repository, an archive or a file that the engine fetches.</summary>
    Remote,

    /// <summary>The image of another service of the project, written <c>service:NAME</c>.</summary>
    Service,

    /// <summary>An image of a registry, written <c>docker-image://REFERENCE</c>.</summary>
    Image,

    /// <summary>An image in an OCI layout directory, written <c>oci-layout://PATH</c>.</summary>
    OciLayout,

    /// <summary>Anything else that only a builder knows, such as <c>target:NAME</c>.</summary>
    Other,
}

/// <summary>Where the files of a build come from.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">An absolute directory, or for every other kind the value as written.</param>
/// <param name="Location">Where it is written.</param>
public sealed record BuildContext(ContextKind Kind, string Value, SourceLocation Location);

/// <summary>A context with the name that a Dockerfile uses in <c>FROM</c> and <c>--from</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Context">What it stands for.</param>
public sealed record NamedContext(string Name, BuildContext Context)
{
    /// <summary>The service whose image this is, or null for other kinds of contexts.</summary>
    public string? Service => Context.Kind is ContextKind.Service ? Context.Value["service:".Length..] : null;
}
