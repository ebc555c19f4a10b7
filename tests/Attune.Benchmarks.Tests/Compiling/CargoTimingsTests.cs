using Attune.Benchmarks.Compiling;
using Attune.Source;

namespace Attune.Benchmarks.Tests.Compiling;

public sealed class CargoTimingsTests
{
    [Fact]
    public void Joins_what_units_took_with_what_they_are_made_from()
    {
        var graph = CargoTimings.Read(
            """
            <script>const UNIT_DATA = [
              { "name": "a", "version": "1.0.0", "target": "", "duration": 3.0, "rmeta_time": 1.0 },
              { "name": "a", "version": "1.0.0", "target": " build script", "duration": 0.5, "rmeta_time": null },
              { "name": "s", "version": "2.0.0", "target": " bin \"s\"", "duration": 4.0, "rmeta_time": null }
            ];
            </script>
            """,
            """
            {"units":[
              {"pkg_id":"a 1.0.0 (registry+x)","target":{"kind":["lib"],"name":"a"},"mode":"build","dependencies":[{"index":1}]},
              {"pkg_id":"registry+https://x#a@1.0.0","target":{"kind":["custom-build"],"name":"build-script-build"},"mode":"build","dependencies":[]},
              {"pkg_id":"path+file:///src/s#2.0.0","target":{"kind":["bin"],"name":"s"},"mode":"build","dependencies":[{"index":0}]}
            ]}
            """);
        Assert.Equal([("a", UnitKind.Library, 1.0, 2.0), ("a", UnitKind.Script, 0.5, 0), ("s", UnitKind.Binary, 2, 2)], graph.Units.Select(u => (u.Name, u.Kind, u.Front, u.Back)));
        Assert.Equal([0, 1, 2], graph.Closure(2).Order());
    }

    [Theory]
    [InlineData("nothing", """{"units":[]}""", "There is no UNIT_DATA in the timings")]
    [InlineData("const UNIT_DATA = [];", """{"units":[{"pkg_id":"a 1.0.0 (x)","target":{"kind":["lib"],"name":"a"},"mode":"build","dependencies":[]}]}""", "The timings don't have a 1.0.0")]
    [InlineData("const UNIT_DATA = [];", "{}", "The crate graph isn't what cargo writes")]
    [InlineData("const UNIT_DATA = [];", "error: no such option", "The crate graph isn't what cargo writes")]
    public void Says_what_it_can_not_read(string timings, string unitGraph, string message) =>
        Assert.Equal(message, Assert.Throws<UserErrorException>(() => CargoTimings.Read(timings, unitGraph)).Message);
}
