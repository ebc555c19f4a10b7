using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Attune.Compose.Tests;

/// <summary>Runs alone, so that the process's time is the loader's.</summary>
[CollectionDefinition(nameof(LoadTimeTests), DisableParallelization = true)]
[Collection(nameof(LoadTimeTests))]
public class LoadTimeTests
{
    [Fact]
    public void Loads_five_hundred_builds_in_well_under_a_second()
    {
        var text = new StringBuilder("x-build: &build\n  context: .\n  args: {COMMON: \"${COMMON:-1}\"}\nservices:\n");
        for (var i = 0; i < 500; i++)
            text.Append(CultureInfo.InvariantCulture, $$"""
                  s{{i}}:
                    image: example/s{{i}}:${TAG:-latest}
                    extends: {file: common.yaml, service: base}
                    depends_on: [s{{i}}x]
                    build:
                      <<: *build
                      target: t{{i}}
                      labels: [a=1, b=2, "c=${X:-y}"]
                  s{{i}}x: {image: x, ports: ["80:80", "81:81"], environment: [A=1, B=2]}

                """);
        var files = new MemoryFiles(
            ("compose.yaml", text.ToString()),
            ("common.yaml", "services: {base: {build: {context: ./common, args: {BASE: 1}, secrets: [s]}}}"),
            ("compose.override.yaml", "secrets: {s: {file: ./s}}"));
        ComposeProject.Load(MemoryFiles.Request([]), files);

        // The processor's time, because a clock would also count what else the machine does.
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var project = ComposeProject.Load(MemoryFiles.Request([]), files);
        var taken = Process.GetCurrentProcess().TotalProcessorTime - before;
        Assert.Equal(1000, project.Services.Length);
        Assert.True(taken < TimeSpan.FromSeconds(0.8), $"took {taken}");
    }
}
