using Nuke.Common;

namespace Attune.Standin.Tests.Execution;

internal sealed class CycleBuild : NukeBuild
{
    public Target Hen => _ => _.DependsOn(Egg);

    public Target Egg => _ => _.DependsOn(Hen);

    public Target Omelette => _ => _.DependsOn(Egg);
}
