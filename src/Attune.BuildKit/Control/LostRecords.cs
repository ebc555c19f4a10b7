using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Attune.BuildKit.Control;

/// <summary>
/// Records that an engine lists but whose data is gone, after it was killed for example. One of them makes every question for sizes fail that it is an
/// answer to, and removing it changes nothing (https://github.com/moby/buildkit/issues/3599). An engine filters before it measures, so it can be
/// asked for the others.
/// </summary>
internal sealed partial class LostRecords
{
    private ImmutableSortedSet<string> _ids = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public ImmutableSortedSet<string> Ids => _ids;

    /// <summary>Whether an answer named one that was not known yet.</summary>
    public bool Learn(BuildKitException error) =>
        Message().Match(error.Message) is { Success: true } match && ImmutableInterlocked.Update(ref _ids, (ids, id) => ids.Add(id), match.Groups["id"].Value);

    /// <summary>Filters for the same without those that are lost; a record that matches one filter is listed.</summary>
    public IEnumerable<string> Exclude(IReadOnlyList<string> filters)
    {
        var others = string.Join(',', _ids.Select(id => "id!=" + id));
        return others.Length == 0 ? filters : filters.Count == 0 ? [others] : filters.Select(f => $"{f},{others}");
    }

    [GeneratedRegex(@"failed to get usage for (?<id>[a-z0-9]+): ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Message();
}
