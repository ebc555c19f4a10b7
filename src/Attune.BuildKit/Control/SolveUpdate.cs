namespace Attune.BuildKit.Control;

/// <summary>Something that happened during a build; <c>StatusResponse</c> of BuildKit's control API.</summary>
public abstract record SolveUpdate
{
    private protected SolveUpdate()
    {
    }
}

/// <summary>
/// A vertex (step) is new or changed; the latest one counts. One may come completed before it comes started, and completed twice: only the
/// last completion is final.
/// </summary>
public sealed record VertexChanged : SolveUpdate
{
    /// <summary>What identifies it, also across builds that share it.</summary>
    public required string Digest { get; init; }

    /// <summary>What to call it, such as <c>[build 2/5] RUN make</c>; internal ones begin with <c>[internal]</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Digests of the vertices it builds on.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>When it began; a step that waits for a cache mount's lock counts as begun.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? Completed { get; init; }

    /// <summary>Whether its result was in the layer cache.</summary>
    public bool IsCached { get; init; }

    /// <summary>Why it failed, or null.</summary>
    public string? Error { get; init; }
}

/// <summary>A vertex counts something of its own, such as the bytes of a layer.</summary>
public sealed record VertexStatus : SolveUpdate
{
    /// <summary>The vertex.</summary>
    public required string Digest { get; init; }

    /// <summary>What is counted, such as <c>transferring context:</c> or a layer's digest; unique within the vertex.</summary>
    public required string Id { get; init; }

    /// <summary>How much so far.</summary>
    public long Current { get; init; }

    /// <summary>How much in all; 0 when unknown.</summary>
    public long Total { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? Completed { get; init; }
}

/// <summary>Where a step wrote to.</summary>
public enum LogStream
{
    /// <summary>Standard output.</summary>
    Out,

    /// <summary>Standard error.</summary>
    Error,
}

/// <summary>A step wrote something: part of a line or several lines, possibly cut within a character.</summary>
/// <param name="Digest">The vertex.</param>
/// <param name="At">When, by the engine's clock.</param>
/// <param name="Stream">Where to.</param>
/// <param name="Bytes">What.</param>
public sealed record VertexLog(string Digest, DateTimeOffset At, LogStream Stream, ReadOnlyMemory<byte> Bytes) : SolveUpdate;

/// <summary>A build check of the frontend speaks up; engines from 26 on.</summary>
/// <param name="Digest">The vertex, or empty.</param>
/// <param name="Message">What is wrong, in one line.</param>
/// <param name="Detail">More lines.</param>
/// <param name="Url">A page about it.</param>
/// <param name="Source">Where.</param>
public sealed record VertexWarning(string Digest, string Message, IReadOnlyList<string> Detail, string? Url, SourceRange? Source) : SolveUpdate;
