using System.Collections.Immutable;
using System.Globalization;

namespace Attune.Compose.Reading;

/// <summary>Takes typed values out of a mapping that has been checked.</summary>
internal static class Fields
{
    public static string? Text(this ComposeMapping mapping, string key) =>
        mapping[key] is ComposeScalar { Kind: not ScalarKind.Null, Text.Length: > 0 } scalar ? scalar.Text : null;

    public static ImmutableArray<string> Texts(this ComposeMapping mapping, string key) =>
        mapping[key] is ComposeSequence sequence ? [.. sequence.Items.OfType<ComposeScalar>().Select(item => item.Text)] : [];

    public static ImmutableArray<string> DistinctTexts(this ComposeMapping mapping, string key) =>
        [.. mapping.Texts(key).Distinct(StringComparer.Ordinal)];

    public static IEnumerable<(string Key, ComposeScalar Value)> Pairs(this ComposeMapping mapping, string key) =>
        mapping[key] is ComposeMapping pairs ? pairs.Entries.Where(e => e.Value is ComposeScalar).Select(e => (e.Key, (ComposeScalar)e.Value)) : [];

    public static bool Flag(this ComposeMapping mapping, string key) => mapping[key] is ComposeScalar scalar && Flag(scalar);

    /// <summary>A boolean, also one written as a string: variables are strings.</summary>
    public static bool Flag(ComposeScalar scalar) => scalar.Text.ToLowerInvariant() switch
    {
        "true" or "y" or "yes" or "on" => true,
        "false" or "n" or "no" or "off" => false,
        _ => throw scalar.Origin.Fault($"'{scalar.Text}' is neither true nor false"),
    };

    public static long Integer(ComposeScalar scalar) =>
        long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw scalar.Origin.Fault($"'{scalar.Text}' is not a whole number");

    public static ComposeMapping ExtensionsOf(ComposeMapping mapping) =>
        mapping.With(mapping.Entries.Where(e => e.Key.StartsWith("x-", StringComparison.Ordinal)));
}
