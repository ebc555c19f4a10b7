using Nuke.Common.Display;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>A runner of GitHub Actions.</summary>
public sealed class GitHubActions : Host, IBuildServer
{
    internal GitHubActions()
        : base(nameof(GitHubActions))
    {
    }

    public static GitHubActions? Instance => NukeBuild.Host as GitHubActions;

    public string? Workflow => Variable("GITHUB_WORKFLOW");

    public string? Repository => Variable("GITHUB_REPOSITORY");

    public string? EventName => Variable("GITHUB_EVENT_NAME");

    public string? Sha => Variable("GITHUB_SHA");

    public string? Ref => Variable("GITHUB_REF");

    public string? StepSummaryFile => Variable("GITHUB_STEP_SUMMARY");

    string? IBuildServer.Branch => Ref;

    string? IBuildServer.Commit => Sha;

    internal override bool IsAnsi => true;

    internal override IDisposable WriteBlock(string text)
    {
        Console.WriteLine("::group::" + text);
        return new EndOfBlock(() => Console.WriteLine("::endgroup::" + text));
    }

    internal override void Report(string text, Paint paint)
    {
        var data = text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);
        Console.WriteLine($"::{(paint == Paint.Warning ? "warning" : "error")}::{data}");
    }

    internal override bool IsCommand(string message) =>
        message.StartsWith("::", StringComparison.Ordinal) || message.StartsWith("##[", StringComparison.Ordinal);

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name);
}
