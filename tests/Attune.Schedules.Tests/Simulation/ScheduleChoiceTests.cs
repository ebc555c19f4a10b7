using Attune.Builds.Running;
using Attune.Schedules.History;
using Attune.Schedules.Ordering;

namespace Attune.Schedules.Tests.Simulation;

/// <summary>Which order services start in.</summary>
public sealed class ScheduleChoiceTests
{
    [Fact]
    public void What_can_run_starts_before_what_can_only_queue()
    {
        using var project = SampleProject.OfLockedServices();
        var model = project.Model();
        var choice = ScheduleChoice.Of(model, new(model, DurationHistory.Empty, LayerCachePolicy.Use), maxParallel: 2);
        // The last one of the compose file is the only one that needs no locked cache.
        Assert.Equal(["api", "web"], choice.Predicted.Services.Where(s => s.Start == TimeSpan.Zero).Select(s => s.Service));
    }
}
