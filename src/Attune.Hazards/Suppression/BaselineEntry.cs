using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Attune.Hazards.Suppression;

/// <summary>What makes a finding the same one in a later run.</summary>
/// <param name="Rule">The rule's code.</param>
/// <param name="File">The file, relative to the project directory.</param>
/// <param name="CacheId">The cache.</param>
/// <param name="Instruction">A hash of the instruction's text.</param>
internal sealed record BaselineEntry(string Rule, string File, string CacheId, string Instruction) : IComparable<BaselineEntry>
{
    private const int HashLength = 16;

    public static JsonSerializerOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static BaselineEntry Of(Finding finding, string file) => new(finding.Rule, file, finding.CacheId, Hash(finding.Scope?.Text ?? finding.Location.SourceLine));

    public int CompareTo(BaselineEntry? other) => other is null
        ? 1
        : Order(other).FirstOrDefault(o => o != 0);

    private IEnumerable<int> Order(BaselineEntry other) =>
    [
        string.CompareOrdinal(File, other.File), string.CompareOrdinal(Rule, other.Rule),
        string.CompareOrdinal(CacheId, other.CacheId), string.CompareOrdinal(Instruction, other.Instruction),
    ];

    // Neither line endings nor blanks at a line's end or start change what an instruction does.
    private static string Hash(string text)
    {
        var lines = string.Join('\n', text.Split('\n').Select(l => l.Trim()));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)))[..HashLength];
    }
}
