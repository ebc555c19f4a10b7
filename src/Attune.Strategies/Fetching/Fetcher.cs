using System.Collections.Immutable;

namespace Attune.Strategies.Fetching;

/// <summary>How a tool's command is turned into one that only fetches into the tool's cache.</summary>
/// <param name="Programs">The programs.</param>
/// <param name="Convert">The words after the program, or null when they have no form that only fetches; null for commands that fetch nothing.</param>
internal sealed record Fetcher(ImmutableArray<string> Programs, Func<ImmutableArray<string>, IEnumerable<string>?> Convert);
