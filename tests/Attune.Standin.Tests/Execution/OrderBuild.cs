using Nuke.Common;

namespace Attune.Standin.Tests.Execution;

/// <summary>Three targets that nothing orders, one of which triggers a fourth.</summary>
internal sealed class OrderBuild : NukeBuild
{
    public Target B => _ => _.Executes(() => { });

    public Target C => _ => _.Executes(() => { });

    public Target G => _ => _.Executes(() => { });

    public Target A => _ => _.Triggers(G).Executes(() => { });
}
