using System.Collections.Frozen;
using Attune.Dockerfiles.Instructions;

namespace Attune.Dockerfiles.Parsing;

/// <summary>Which flags each instruction takes: https://docs.docker.com/reference/dockerfile/.</summary>
internal static class FlagRules
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, FlagKind>> _rules = new Dictionary<string, string>
    {
        ["FROM"] = "platform",
        ["COPY"] = "from chown chmod link? parents? exclude*",
        ["ADD"] = "chown chmod link? keep-git-dir? checksum unpack? exclude*",
        ["RUN"] = "mount* network security device*",
        ["HEALTHCHECK"] = "interval timeout start-period start-interval retries",
    }.ToFrozenDictionary(r => r.Key, r => r.Value.Split(' ').ToFrozenDictionary(f => f.TrimEnd('?', '*'), KindOf));

    // BuildKit never looks at the flags of these.
    private static readonly FrozenSet<string> _unchecked = ["ARG", "STOPSIGNAL"];

    private enum FlagKind
    {
        Single,
        Switch,
        Repeatable,
    }

    /// <exception cref="Attune.Source.LocatedException">A flag is unknown, repeated or has a bad value.</exception>
    public static void Check(RawInstruction raw, ParseContext context)
    {
        if (raw.Flags.IsEmpty || _unchecked.Contains(raw.Keyword))
            return;
        var known = _rules.GetValueOrDefault(raw.Keyword) ?? FrozenDictionary<string, FlagKind>.Empty;
        var seen = new HashSet<string>();
        foreach (var flag in raw.Flags)
        {
            if (!known.TryGetValue(flag.Name, out var kind))
                throw context.Fault(flag.Span, $"{raw.Keyword} knows no flag --{flag.Name}", Advice(flag.Name, known.Keys));
            if (!seen.Add(flag.Name) && kind != FlagKind.Repeatable)
                throw context.Fault(flag.Span, $"--{flag.Name} is given twice");
            CheckValue(flag, kind, context);
        }
    }

    private static void CheckValue(Flag flag, FlagKind kind, ParseContext context)
    {
        if (kind == FlagKind.Switch ? flag.Value is { Length: 0 } : flag.Value is null)
            throw context.Fault(flag.Span, $"--{flag.Name} needs a value");
        if (kind == FlagKind.Switch && flag.Value?.ToLowerInvariant() is not (null or "true" or "false"))
            throw context.Fault(flag.ValueSpan, $"--{flag.Name} is true or false, not '{flag.Value}'");
    }

    private static string Advice(string name, IReadOnlyCollection<string> known) =>
        Suggestion.For(name, known) is { } suggestion ? suggestion.Replace("mean ", "mean --", StringComparison.Ordinal)
        : known.Count == 0 ? "It takes none."
        : $"It takes {string.Join(", ", known.Select(k => "--" + k).Order(StringComparer.Ordinal))}.";

    private static FlagKind KindOf(string flag) => flag[^1] switch
    {
        '?' => FlagKind.Switch,
        '*' => FlagKind.Repeatable,
        _ => FlagKind.Single,
    };
}
