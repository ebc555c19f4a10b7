using Nuke.Common;
using Serilog;

[ParameterPrefix("Thing")]
public interface IHazThing : INukeBuild
{
    [Parameter("A value from a component")] string Value => TryGetValue(() => Value) ?? "default-value";

    Target ShowThing => _ => _
        .TryDependsOn<IOther>(x => x.Nothing)
        .Executes(() => Log.Information("thing {V}", Value));
}
