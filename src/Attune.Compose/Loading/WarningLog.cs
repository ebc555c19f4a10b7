using System.Collections.Immutable;
using Attune.Compose.Yaml;

namespace Attune.Compose.Loading;

/// <summary>Collects what is odd; the same thing at the same place is said once, however often an alias repeats it.</summary>
internal sealed class WarningLog
{
    private readonly List<ComposeWarning> _warnings = [];
    private readonly HashSet<(string Message, string? Path, int Offset)> _seen = [];

    public void Add(string message, Origin? origin)
    {
        if (_seen.Add((message, origin?.Text.Path, origin?.Span.Start ?? 0)))
            _warnings.Add(new(message, origin?.Location));
    }

    public ImmutableArray<ComposeWarning> ToImmutable() => [.. _warnings];
}
