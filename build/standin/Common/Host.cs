using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Display;
using Serilog.Sinks.SystemConsole.Themes;

namespace Nuke.Common;

/// <summary>Where the build runs: a terminal, an IDE or a build server.</summary>
public class Host
{
    private static readonly (string Name, string? Variable, Func<string, Host> Create)[] Known =
    [
        ("AppVeyor", "APPVEYOR", name => new OtherBuildServer(name)),
        ("AzurePipelines", "TF_BUILD", name => new OtherBuildServer(name)),
        ("Bamboo", "bamboo_planKey", name => new OtherBuildServer(name)),
        ("Bitbucket", "BITBUCKET_PIPELINE_UUID", name => new OtherBuildServer(name)),
        ("Bitrise", "BITRISE_BUILD_URL", name => new OtherBuildServer(name)),
        ("GitHubActions", "GITHUB_ACTIONS", _ => new GitHubActions()),
        ("GitLab", "GITLAB_CI", name => new OtherBuildServer(name)),
        ("Jenkins", "JENKINS_HOME", name => new OtherBuildServer(name)),
        ("Rider", "IDEA_INITIAL_DIRECTORY", name => new Terminal(name)),
        ("SpaceAutomation", "JB_SPACE_PROJECT_KEY", name => new OtherBuildServer(name)),
        ("TeamCity", "TEAMCITY_VERSION", name => new OtherBuildServer(name)),
        ("Terminal", null, name => new Terminal(name)),
        ("TravisCI", "TRAVIS", name => new OtherBuildServer(name)),
        ("VisualStudio", "VisualStudioVersion", name => new Terminal(name)),
        ("VSCode", "VSCODE_PID", name => new Terminal(name)),
    ];

    private readonly string name;

    private protected Host(string name) => this.name = name;

    internal static IEnumerable<string> Names => Known.Select(host => host.Name);

    /// <summary>Whether lines carry ANSI codes.</summary>
    internal virtual bool IsAnsi { get; } =
        Environment.GetEnvironmentVariable("TERM")?.StartsWith("xterm", StringComparison.OrdinalIgnoreCase) == true;

    internal ConsoleTheme ConsoleTheme => IsAnsi ? Theme.Ansi : SystemConsoleTheme.Literate;

    public override string ToString() => name;

    internal static Host? Named(string suffix) => Create(host => host.Name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    internal static Host Detect(Func<string, string?> variable) =>
        Create(host => host.Variable is not null && !string.IsNullOrEmpty(variable(host.Variable))) ?? new Terminal("Terminal");

    internal static void Debug(string text = "") => NukeBuild.Host.Write(text, Paint.Debug);

    internal static void Information(string text = "") => NukeBuild.Host.Write(text, Paint.Information);

    internal static void Warning(string text) => NukeBuild.Host.Write(text, Paint.Warning);

    internal static void Error(string text) => NukeBuild.Host.Write(text, Paint.Error);

    internal void Write(string text, Paint paint)
    {
        if (!IsAnsi && Theme.Colour(paint) is { } colour && !Console.IsOutputRedirected)
            Console.ForegroundColor = colour;
        Console.WriteLine(Theme.Format(text, paint, IsAnsi));
        if (!IsAnsi && !Console.IsOutputRedirected)
            Console.ResetColor();
    }

    internal virtual IDisposable WriteBlock(string text)
    {
        Write("", Paint.Debug);
        Write("╬" + new string('═', text.Length + 5), Paint.Debug);
        Write("║ " + Theme.Format(text, Paint.Information, IsAnsi), Paint.Debug);
        Write("╬" + new string('═', Math.Max(text.Length - 4, 2)), Paint.Debug);
        Write("", Paint.Debug);
        return new EndOfBlock();
    }

    /// <summary>Tells the server about a warning or an error, beside the log.</summary>
    internal virtual void Report(string text, Paint paint)
    {
    }

    /// <summary>Whether the message is a command for the server, to be written as it is.</summary>
    internal virtual bool IsCommand(string message) => false;

    private static Host? Create(Func<(string Name, string? Variable, Func<string, Host> Create), bool> filter) =>
        Array.Find(Known, host => filter(host)) is { Create: { } create } found ? create(found.Name) : null;
}
