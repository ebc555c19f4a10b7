namespace Attune.Engines.Docker;

/// <summary>An image's name in the two parts that the engine's API wants.</summary>
/// <param name="Repository">Such as <c>registry:5000/team/app</c>.</param>
/// <param name="Tag">A tag, or a digest.</param>
internal readonly record struct ImageReference(string Repository, string Tag)
{
    /// <summary>Splits a name; no tag means <c>latest</c>, as it does for docker (without one, the API would pull every tag).</summary>
    public static ImageReference Parse(string text)
    {
        var digest = text.IndexOf('@', StringComparison.Ordinal);
        if (digest >= 0)
            return new ImageReference(text[..digest], text[(digest + 1)..]);
        var colon = text.LastIndexOf(':');
        return colon > text.LastIndexOf('/') ? new ImageReference(text[..colon], text[(colon + 1)..]) : new ImageReference(text, "latest");
    }
}
