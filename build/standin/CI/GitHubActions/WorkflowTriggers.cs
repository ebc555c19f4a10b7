using System.Buffers;
using Nuke.Common.Injection;
using Nuke.Common.Tooling;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>The section <c>on:</c>, in its short or its long form.</summary>
internal sealed class WorkflowTriggers(GitHubActionsAttribute attribute, YamlWriter yaml)
{
    private static readonly SearchValues<char> Special = SearchValues.Create(".*!?+[]()");

    private bool HasPush => (attribute.OnPushBranches.Length | attribute.OnPushTags.Length | attribute.OnPushExcludePaths.Length) > 0;

    private bool HasDispatch => (attribute.OnWorkflowDispatchOptionalInputs.Length | attribute.OnWorkflowDispatchRequiredInputs.Length) > 0;

    /// <exception cref="UsageException">Both forms are used, or none.</exception>
    public void Write()
    {
        var isLong = HasPush || attribute.OnPullRequestBranches.Length > 0 || HasDispatch || attribute.OnCronSchedule is not null;
        if (isLong == attribute.On.Length > 0)
            throw new UsageException($"Workflows {(isLong ? "can only" : "must")} define either shorthand 'On' or 'On*' triggers");
        if (isLong)
            yaml.Block("on:", WriteLong);
        else
            yaml.Line($"on: [{string.Join(", ", attribute.On.Select(trigger => EnumValueAttribute.Of(trigger)))}]");
    }

    private void WriteLong()
    {
        if (HasPush)
            yaml.Block("push:", Push);
        if (attribute.OnPullRequestBranches.Length > 0)
            yaml.Block("pull_request:", () => List("branches", attribute.OnPullRequestBranches));
        if (HasDispatch)
            yaml.Block("workflow_dispatch:", () => yaml.Block("inputs:", Inputs));
        if (attribute.OnCronSchedule is { } cron)
            yaml.Block("schedule:", () => yaml.Line($"- cron: '{cron}'"));
    }

    private void Push()
    {
        List("branches", attribute.OnPushBranches);
        List("tags", attribute.OnPushTags);
        List("paths", [.. attribute.OnPushExcludePaths.Select(path => "!" + path)]);
    }

    private void Inputs()
    {
        foreach (var (input, isRequired) in attribute.OnWorkflowDispatchOptionalInputs.Select(input => (input, "false"))
                     .Concat(attribute.OnWorkflowDispatchRequiredInputs.Select(input => (input, "true"))))
        {
            yaml.Block($"{input}:", () =>
            {
                yaml.Line($"description: \"{string.Join(' ', OptionNames.Words(input))}\"");
                yaml.Line($"required: {isRequired}");
            });
        }
    }

    private void List(string name, string[] values)
    {
        if (values.Length == 0)
            return;
        yaml.Block($"{name}:", () =>
        {
            foreach (var value in values)
                yaml.Line(value.AsSpan().ContainsAny(Special) ? $"- '{value}'" : $"- {value}");
        });
    }
}
