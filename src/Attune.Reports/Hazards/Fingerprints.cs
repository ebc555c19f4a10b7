using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Attune.Hazards;

namespace Attune.Reports.Hazards;

/// <summary>What makes a finding the same one in two runs: its rule, file, cache and source line, wherever the line has moved to.</summary>
internal sealed class Fingerprints
{
    private readonly Dictionary<string, int> _seen = [];

    /// <summary>The fingerprint of the next finding; equal lines are told apart by their order.</summary>
    public string Of(Finding finding)
    {
        var text = string.Join('\n', finding.Rule, finding.Location.Path, finding.CacheId, finding.Location.SourceLine.Trim());
        var number = _seen[text] = _seen.GetValueOrDefault(text) + 1;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{text}\n{number}")));
        return Convert.ToHexStringLower(hash)[..32];
    }
}
