using System.Globalization;
using System.Text.RegularExpressions;
using Attune.Hazards.Rules;
using Attune.Source;

namespace Attune.Hazards.Suppression;

/// <summary>
/// An entry of <c>IgnoreHazards</c>: <c>RULE[:PATH[:LINE]] [# reason]</c>. The path is relative to the project directory; a directory stands for
/// all below it, <c>*</c> for a part of a name, <c>**</c> for any directories.
/// </summary>
public sealed partial class IgnoredHazard
{
    private readonly string _rule;
    private readonly Regex? _path;
    private readonly int? _line;

    private IgnoredHazard(string text, RuleInfo rule)
    {
        Text = text;
        _rule = rule.Id;
        var match = Entry().Match(text);
        _path = match.Groups["path"] is { Success: true, Value: var path } ? Pattern(path) : null;
        _line = match.Groups["line"] is { Success: true, Value: var line } ? int.Parse(line, CultureInfo.InvariantCulture) : null;
        Reason = match.Groups["reason"] is { Success: true, Value: var reason } ? reason : null;
    }

    /// <summary>The entry as written.</summary>
    public string Text { get; }

    /// <summary>The reason that it gives, or null.</summary>
    public string? Reason { get; }

    /// <summary>Reads an entry.</summary>
    /// <exception cref="UserErrorException">It isn't one.</exception>
    public static IgnoredHazard Parse(string text)
    {
        var match = Entry().Match(text ?? throw new ArgumentNullException(nameof(text)));
        if (!match.Success)
            throw Wrong(text, "isn't RULE[:PATH[:LINE]]", "Write it as CM007, CM007:src/web/Dockerfile or CM007:src/web/Dockerfile:12; a reason may follow after ' # '.");
        var rule = match.Groups["rule"].Value;
        return RuleCatalog.Find(rule) is { } known ? new(text, known) : throw Wrong(text, $"names the rule '{rule}', which there isn't", RuleNames.Advice(rule));
    }

    internal bool Covers(Finding finding, string path) =>
        finding.Rule == _rule && _path?.IsMatch(path) != false && (_line is null || _line == finding.Location.Start.Line || _line == finding.Scope?.FirstLine);

    private static UserErrorException Wrong(string text, string what, string advice) => new($"The entry '{text}' of IgnoreHazards {what}", advice, FaultKind.Usage);

    private static Regex Pattern(string path)
    {
        var pattern = Wildcard().Replace(path.Replace('\\', '/').TrimEnd('/'), m => m.Value switch
        {
            "**/" => "(.*/)?",
            "**" => ".*",
            "*" => "[^/]*",
            _ => Regex.Escape(m.Value),
        });
        return new($@"\A{pattern}(/.*)?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    [GeneratedRegex(@"\A\s*(?<rule>[\w-]+)(:(?<path>[^:].*?)(:(?<line>\d{1,9}))?)?(\s+#\s*(?<reason>.*?))?\s*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\*\*/|\*\*|\*|[^*]+")]
    private static partial Regex Wildcard();
}
