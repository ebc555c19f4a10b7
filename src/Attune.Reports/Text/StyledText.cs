namespace Attune.Reports.Text;

/// <summary>A piece of a line with its tone.</summary>
public readonly record struct StyledText
{
    /// <summary>Makes a piece; escape sequences and control characters are removed.</summary>
    public StyledText(string text, Tone tone = Tone.Plain)
    {
        Text = TerminalText.Clean(text);
        Tone = tone;
    }

    /// <summary>The text, safe to print.</summary>
    public string Text { get; }

    /// <summary>What it means.</summary>
    public Tone Tone { get; }

    internal string ToAnsi() => Tone switch
    {
        Tone.Dim => $"\u001b[2m{Text}\u001b[0m",
        Tone.Strong => $"\u001b[1m{Text}\u001b[0m",
        Tone.Good => $"\u001b[32m{Text}\u001b[0m",
        Tone.Caution => $"\u001b[33m{Text}\u001b[0m",
        Tone.Bad => $"\u001b[31m{Text}\u001b[0m",
        Tone.Active => $"\u001b[36m{Text}\u001b[0m",
        _ => Text,
    };
}
