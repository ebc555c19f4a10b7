using Attune.Dockerfiles.Instructions;

namespace Attune.Dockerfiles.Parsing;

/// <summary>Which flags each instruction takes: https://docs.docker.com/reference/dockerfile/.</summary>
internal static class FlagRules
{
    private static readonly Dictionary<string, List<KnownFlag>> _rules = new()
    {
        ["FROM"] = Flags("platform"),
        ["COPY"] = Flags("from chown chmod link? parents? exclude*"),
        ["ADD"] = Flags("chown chmod link? keep-git-dir? checksum unpack? exclude*"),
        ["RUN"] = Flags("mount* network security device*"),
        ["HEALTHCHECK"] = Flags("interval timeout start-period start-interval retries"),
    };

    private enum FlagKind
    {
        Single,
        Switch,
        Repeatable,
    }

    /// <exception cref="Attune.Source.LocatedException">A flag is unknown, repeated or has a bad value.</exception>
    public static void Check(RawInstruction raw, ParseContext context)
    {
        // BuildKit never looks at the flags of these.
        if (raw.Flags.IsEmpty || raw.Keyword is "ARG" or "STOPSIGNAL")
            return;
        var known = _rules.GetValueOrDefault(raw.Keyword) ?? [];
        var seen = new HashSet<string>();
        foreach (var flag in raw.Flags)
        {
            var rule = known.Find(k => k.Name == flag.Name)
                ?? throw context.Fault(flag.Span, $"{raw.Keyword} knows no flag --{flag.Name}", Advice(flag.Name, [.. known.Select(k => k.Name)]));
            if (!seen.Add(flag.Name) && rule.Kind != FlagKind.Repeatable)
                throw context.Fault(flag.Span, $"--{flag.Name} is given twice");
            CheckValue(flag, rule.Kind, context);
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

    private static List<KnownFlag> Flags(string names) => [.. names.Split(' ').Select(n => new KnownFlag(n.TrimEnd('?', '*'), KindOf(n)))];

    private static FlagKind KindOf(string flag) => flag[^1] switch
    {
        '?' => FlagKind.Switch,
        '*' => FlagKind.Repeatable,
        _ => FlagKind.Single,
    };

    private sealed record KnownFlag(string Name, FlagKind Kind);
}
