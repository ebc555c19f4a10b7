namespace Attune.Reports.Text;

/// <summary>What a piece of text means; a palette decides how it looks.</summary>
public enum Tone
{
    /// <summary>Nothing special.</summary>
    Plain,

    /// <summary>Less important than its surroundings.</summary>
    Dim,

    /// <summary>A heading or a name.</summary>
    Strong,

    /// <summary>Success.</summary>
    Good,

    /// <summary>A warning.</summary>
    Caution,

    /// <summary>A failure.</summary>
    Bad,

    /// <summary>Under way.</summary>
    Active,
}
