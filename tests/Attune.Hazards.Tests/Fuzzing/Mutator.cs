namespace Attune.Hazards.Tests.Fuzzing;

/// <summary>Changes texts in a few places: cuts, repeats, splices two, and puts in what parsers stumble over.</summary>
internal sealed class Mutator(string[] seeds, int seed)
{
    private static readonly string[] _pieces =
    [
        "\\", "\\\n", "\n", "\r\n", "\t", " ", "\"", "'", "`", "#", "<<EOF", "<<-'E'", "EOF\n", "[", "]", "[\"a\"", "{", "}", "${", "${X:-", "$X", "$$", "=", ":", ": ", "- ", "&a ",
        "*a", "<<: ", "|\n", ">-\n", "? ", "!!str ", ",", "--", "--mount=type=cache,target=/c ", "id=", "sharing=locked", "uid=4294967296", "FROM a\n", "ONBUILD ", "RUN ", "COPY --from=",
        "ARG ", "ENV ", "HEALTHCHECK CMD ", "# escape=`\n", "# attune: ignore=CM001 x\n", "\0", "\u00a0", "\uFEFF", "\uD83D", "é", "漢", "/../", "//", "..", "0", "-1", "99999999999999999999",
    ];

#pragma warning disable CA5394 // A seeded generator is the point: what failed can be tried again.
    private readonly Random _random = new(seed);

    public string Next()
    {
        var text = seeds[_random.Next(seeds.Length)];
        do
            text = Change(text);
        while (_random.Next(3) == 0);
        return text;
    }

    private string Change(string text)
    {
        var at = _random.Next(text.Length + 1);
        switch (_random.Next(10))
        {
            case < 4:
                return text.Insert(at, _pieces[_random.Next(_pieces.Length)]);
            case < 6:
                return text.Remove(at, Math.Min(_random.Next(1, 12), text.Length - at));
            case < 7:
                return text.Insert(at, Stretch(text));
            case < 9:
                return text.Insert(at, Stretch(seeds[_random.Next(seeds.Length)]));
            default:
                return text.Insert(at, string.Concat(Enumerable.Repeat(_pieces[_random.Next(_pieces.Length)], _random.Next(2, 300))));
        }
    }

    private string Stretch(string text)
    {
        var start = _random.Next(text.Length + 1);
        return text.Substring(start, Math.Min(_random.Next(1, 120), text.Length - start));
    }
#pragma warning restore CA5394
}
