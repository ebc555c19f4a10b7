using System.Text.Json;

namespace Attune.Dockerfiles.Lexing;

/// <summary>Finds the string literals of a JSON array.</summary>
internal static class JsonStrings
{
    private static readonly JsonDocumentOptions _options = new() { MaxDepth = 10_000 };

    /// <summary>What a text is, as JSON.</summary>
    public static JsonShape ShapeOf(string text)
    {
        if (!text.StartsWith('['))
            return JsonShape.NotAnArray;
        try
        {
            using var document = JsonDocument.Parse(text, _options);
            return document.RootElement.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String) ? JsonShape.Strings : JsonShape.OtherArray;
        }
        // ArgumentException: the text holds half a surrogate pair.
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return JsonShape.NotAnArray;
        }
    }

    /// <summary>The literals of an array of strings, quotes included.</summary>
    public static IEnumerable<Slice> Literals(Slice array)
    {
        var text = array.Line.Text;
        var start = -1;
        for (var i = array.Start; i < array.End; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                if (start >= 0)
                    yield return array.Between(start, i + 1);
                start = start >= 0 ? -1 : i;
            }
        }
    }

    /// <summary>What a literal says.</summary>
    public static string Unescape(Slice literal)
    {
        var content = literal.Between(literal.Start + 1, literal.End - 1).ToString();
        if (!content.Contains('\\', StringComparison.Ordinal))
            return content;
        try
        {
            return JsonSerializer.Deserialize(literal.ToString(), JsonTexts.Default.String) ?? content;
        }
        catch (JsonException)
        {
            // An escaped half of a surrogate pair: no character at all.
            return content;
        }
    }
}

/// <summary>What a text is, as JSON.</summary>
internal enum JsonShape
{
    /// <summary>No JSON array.</summary>
    NotAnArray,

    /// <summary>An array of strings.</summary>
    Strings,

    /// <summary>An array that holds something else.</summary>
    OtherArray,
}
