using Attune.Source;

namespace Attune.Dockerfiles.Instructions;

/// <summary>A here-document that belongs to a RUN, COPY or ADD.</summary>
/// <param name="Name">The delimiter without quotes.</param>
/// <param name="FileDescriptor">The number before <c>&lt;&lt;</c>; 0 when there is none.</param>
/// <param name="Expansion">Whether variables in the content are expanded (they aren't when the delimiter is quoted).</param>
/// <param name="Tabs">What happens to leading tabs.</param>
public sealed record Heredoc(string Name, int FileDescriptor, HeredocExpansion Expansion, HeredocTabs Tabs)
{
    /// <summary>Where <c>&lt;&lt;NAME</c> stands.</summary>
    public Span Span { get; init; }

    /// <summary>The lines of the content, the last line break included.</summary>
    public Span ContentSpan { get; init; }

    /// <summary>The content as it is written.</summary>
    public string Content { get; init; } = "";
}

/// <summary>Whether variables in a here-document are expanded.</summary>
public enum HeredocExpansion
{
    /// <summary>They are.</summary>
    Expanded,

    /// <summary>They are left alone: the delimiter is quoted.</summary>
    Literal,
}

/// <summary>What happens to the leading tabs of a here-document.</summary>
public enum HeredocTabs
{
    /// <summary>They are kept (<c>&lt;&lt;</c>).</summary>
    Kept,

    /// <summary>They are removed (<c>&lt;&lt;-</c>).</summary>
    Removed,
}
