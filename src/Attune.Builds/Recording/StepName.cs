using System.Globalization;
using System.Text.RegularExpressions;

namespace Attune.Builds.Recording;

/// <summary>
/// A step's name as the Dockerfile frontend gives it: <c>[linux/arm64 build 3/5] RUN make</c>. The platform and the stage are left out where
/// there is only one (buildkit: frontend/dockerfile/dockerfile2llb/convert.go, prefixCommand).
/// </summary>
/// <param name="Stage">The stage's name, or null where the frontend leaves it out.</param>
/// <param name="Number">Which layer-making instruction of its stage it is, FROM being the first.</param>
/// <param name="Text">The instruction.</param>
public sealed partial record StepName(string? Stage, int Number, string Text)
{
    /// <summary>The instruction's keyword in upper case.</summary>
    public string Keyword => Text.Split(' ', 2)[0].ToUpperInvariant();

    /// <summary>Reads a vertex name; null when it isn't a step of the Dockerfile (internal work, exports).</summary>
    public static StepName? TryParse(string vertexName)
    {
        var match = Pattern().Match(vertexName);
        if (!match.Success)
            return null;
        var stage = match.Groups["stage"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        return new(stage, int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), match.Groups["text"].Value);
    }

    [GeneratedRegex(@"^\[(?<stage>[^\]]*?)\s*(?<number>\d{1,6})/\d+\] (?<text>.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
