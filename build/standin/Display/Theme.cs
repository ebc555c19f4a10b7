using Serilog.Sinks.SystemConsole.Themes;

namespace Nuke.Common.Display;

/// <summary>Colours: ANSI codes where the terminal is known to understand them, console colours elsewhere.</summary>
internal static class Theme
{
    public const string Blank = "\u200B";
    private const string Reset = "\e[0m";
    private const string Value = "\e[38;5;45;1m";

    public static ConsoleTheme Ansi { get; } = new AnsiConsoleTheme(new Dictionary<ConsoleThemeStyle, string>
    {
        [ConsoleThemeStyle.Text] = "\e[39m",
        [ConsoleThemeStyle.SecondaryText] = "\e[38;5;247m",
        [ConsoleThemeStyle.TertiaryText] = "\e[38;5;247m",
        [ConsoleThemeStyle.Name] = "\e[39;1m",
        [ConsoleThemeStyle.Invalid] = "\e[48;5;45;1m",
        [ConsoleThemeStyle.Null] = Value,
        [ConsoleThemeStyle.Number] = Value,
        [ConsoleThemeStyle.String] = Value,
        [ConsoleThemeStyle.Boolean] = Value,
        [ConsoleThemeStyle.Scalar] = Value,
        [ConsoleThemeStyle.LevelVerbose] = "\e[90;1m",
        [ConsoleThemeStyle.LevelDebug] = Code(Paint.Debug),
        [ConsoleThemeStyle.LevelInformation] = Code(Paint.Information),
        [ConsoleThemeStyle.LevelWarning] = Code(Paint.Warning),
        [ConsoleThemeStyle.LevelError] = Code(Paint.Error),
        [ConsoleThemeStyle.LevelFatal] = "\e[38;5;231;1m\e[48;5;196m",
    });

    public static string Format(string text, Paint paint, bool isAnsi) =>
        string.IsNullOrWhiteSpace(text) ? Blank : isAnsi ? Code(paint) + text + Reset : text;

    public static ConsoleColor? Colour(Paint paint) => paint switch
    {
        Paint.Information => ConsoleColor.Cyan,
        Paint.Success => ConsoleColor.Green,
        Paint.Warning => ConsoleColor.Yellow,
        Paint.Error => ConsoleColor.Red,
        _ => null,
    };

    private static string Code(Paint paint) => paint switch
    {
        Paint.Information => "\e[38;5;45;1m",
        Paint.Success => "\e[32;1m",
        Paint.Warning => "\e[38;5;214;1m",
        Paint.Error => "\e[38;5;196;1m",
        _ => "\e[39;1m",
    };
}
