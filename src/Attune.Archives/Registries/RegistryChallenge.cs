using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Attune.Archives.Registries;

/// <summary>How a registry wants to be logged in to: the <c>WWW-Authenticate</c> of its refusal (RFC 9110, 11.6.1).</summary>
/// <param name="Scheme"><c>Bearer</c> or <c>Basic</c>.</param>
/// <param name="Parameters">What it says beside it.</param>
internal sealed partial record RegistryChallenge(string Scheme, ImmutableDictionary<string, string> Parameters)
{
    public bool IsBearer => Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase);

    public bool IsBasic => Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads one; null for a scheme that nothing is known of.</summary>
    public static RegistryChallenge? Of(HttpHeaderValueCollection<AuthenticationHeaderValue> header) => header
        .Select(value => new RegistryChallenge(value.Scheme, Read(value.Parameter ?? "")))
        .Where(c => c.IsBearer || c.IsBasic)
        .OrderByDescending(c => c.IsBearer)
        .FirstOrDefault();

    private static ImmutableDictionary<string, string> Read(string parameters)
    {
        var read = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Parameter().Matches(parameters))
            read[match.Groups["name"].Value] = match.Groups["quoted"] is { Success: true } quoted ? Escape().Replace(quoted.Value, "$1") : match.Groups["plain"].Value;
        return read.ToImmutable();
    }

    [GeneratedRegex("""(?<name>[A-Za-z_]+)\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<plain>[^\s,"]+))""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\\(.)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
