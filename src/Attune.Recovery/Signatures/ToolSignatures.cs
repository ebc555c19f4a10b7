using System.Collections.Immutable;

namespace Attune.Recovery.Signatures;

/// <summary>How one tool's damaged caches are known, and mended.</summary>
/// <param name="Tool">Its name.</param>
internal sealed record ToolSignatures(string Tool)
{
    /// <summary>How the paths end that its caches are mounted at, for messages that name none.</summary>
    public required ImmutableArray<string> Places { get; init; }

    public required ImmutableArray<Signature> Signatures { get; init; }

    /// <summary>
    /// Shell text that removes incomplete entries and prints <c>removed ENTRY</c> for each; <c>$cache</c> is where the cache is mounted,
    /// <c>$path</c> and <c>$item</c> are what the message named, or empty.
    /// </summary>
    public string Cleanup { get; init; } = RemoveNamed;

    /// <summary><see cref="Cleanup"/> for when no message names anything: it removes nothing that may be whole.</summary>
    public string Sweep
    {
        get => field ?? Cleanup;
        init;
    }

    /// <summary>Removes the entry that the message named, if it is inside the cache.</summary>
    public const string RemoveNamed = """case $path in "$cache"/?*) rm -rf "$path" && echo "removed $path";; esac""";
}
