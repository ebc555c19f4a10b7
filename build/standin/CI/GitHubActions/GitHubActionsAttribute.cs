using System.Diagnostics.CodeAnalysis;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>Describes the workflow <c>.github/workflows/&lt;name&gt;.yml</c>, which is generated from it.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[SuppressMessage("Design", "CA1019:Define accessors for attribute arguments", Justification = "NUKE's shape.")]
[SuppressMessage("Design", "CA1065:Do not raise exceptions in unexpected locations", Justification = "Arguments that may be absent; never read.")]
public class GitHubActionsAttribute(string name, GitHubActionsImage image, params GitHubActionsImage[] images) : ConfigurationAttributeBase
{
    private readonly string name = name.Replace(' ', '_');

    public override string IdPostfix => name;

    public override string HostName => nameof(GitHubActions);

    public GitHubActionsTrigger[] On { get; set; } = [];

    public string[] OnPushBranches { get; set; } = [];

    public string[] OnPushTags { get; set; } = [];

    public string[] OnPushExcludePaths { get; set; } = [];

    public string[] OnPullRequestBranches { get; set; } = [];

    public string[] OnWorkflowDispatchOptionalInputs { get; set; } = [];

    public string[] OnWorkflowDispatchRequiredInputs { get; set; } = [];

    public string? OnCronSchedule { get; set; }

    public string[] ImportSecrets { get; set; } = [];

    public bool EnableGitHubToken { get; set; }

    public GitHubActionsPermissions[] WritePermissions { get; set; } = [];

    public GitHubActionsPermissions[] ReadPermissions { get; set; } = [];

    public string[] CacheIncludePatterns { get; set; } = [".nuke/temp", "~/.nuget/packages"];

    public string[] CacheExcludePatterns { get; set; } = [];

    /// <summary>Without any, there is no cache step.</summary>
    public string[] CacheKeyFiles { get; set; } = ["**/global.json", "**/*.csproj", "**/Directory.Packages.props"];

    public bool PublishArtifacts { get; set; } = true;

    public string? PublishCondition { get; set; }

    public int TimeoutMinutes { get; set; }

    public string? EnvironmentName { get; set; }

    public string? EnvironmentUrl { get; set; }

    public string? ConcurrencyGroup { get; set; }

    public bool ConcurrencyCancelInProgress { get; set; }

    public string[] InvokedTargets { get; set; } = [];

    public GitHubActionsSubmodules Submodules
    {
        get => throw new NotSupportedException();
        set => Checkout["submodules"] = value.ToString().ToLowerInvariant();
    }

    public uint FetchDepth
    {
        get => throw new NotSupportedException();
        set => Checkout["fetch-depth"] = $"{value}";
    }

    internal IReadOnlyList<GitHubActionsImage> Images { get; } = [image, .. images];

    internal Dictionary<string, string> Checkout { get; } = [];

    internal override AbsolutePath ConfigurationFile(AbsolutePath root) => root / ".github" / "workflows" / $"{name}.yml";

    internal override string Generate(IReadOnlyList<ExecutableTarget> targets, AbsolutePath root)
    {
        var relevant = InvokedTargets.SelectMany(target => ExecutionPlanner.Plan(targets, [target])).Distinct();
        return new Workflow(this, root).Write([.. relevant.SelectMany(target => target.ArtifactProducts)]);
    }
}
