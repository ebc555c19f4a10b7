namespace Attune.Reports.Text;

/// <summary>Whether colours may be used.</summary>
public enum ColorPolicy
{
    /// <summary>No colours: a pipe, or <c>NO_COLOR</c> is set (https://no-color.org).</summary>
    None,

    /// <summary>The sixteen ANSI colours, which follow the user's theme.</summary>
    Ansi,
}
