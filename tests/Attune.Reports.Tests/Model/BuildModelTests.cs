using Attune.Builds.Events;
using Attune.Reports.Model;
using Attune.Reports.Tests.Support;

using FsCheck.Xunit;

namespace Attune.Reports.Tests.Model;

public class BuildModelTests
{
    private const string Step = "[build 1/1] RUN make";

    [Property]
    public bool Takes_events_in_any_order(int seed)
    {
        var events = AnyOrder.Of(seed);
        var model = events.Aggregate(BuildModel.Empty, (m, e) => m.Apply(e));
        var finished = events.OfType<ServiceFinished>().Select(e => e.Result.Service).Distinct().Count();
        return model.Services.Count(s => s.Result is not null) == finished && model.Order.Distinct().Count() == model.Order.Length;
    }

    [Fact]
    public void Believes_the_latest_state_of_a_step()
    {
        var model = Fold(new Script().Begin(1, "api").Done(Step, "api").Run(Step, "api"));
        Assert.Equal(StepState.Running, Assert.Single(model["api"].Steps).Step.State);
    }

    [Fact]
    public void Names_a_step_whose_output_came_first()
    {
        var model = Fold(new Script().Begin(1, "api").Print(Step, "line\n", "api").Run(Step, "api"));
        var step = Assert.Single(model["api"].Steps);
        Assert.Equal((Step, "line"), (step.Name.Full, step.LastLine));
    }

    [Fact]
    public void Keeps_only_a_steps_last_lines()
    {
        var model = Fold(new Script().Begin(1, "api").Print(Step, string.Concat(Enumerable.Range(1, 10_000).Select(i => $"{i}\n")), "api"));
        var step = Assert.Single(model["api"].Steps);
        Assert.Equal(StepModel.MaxTail, step.Tail.Length);
        Assert.Equal("10000", step.LastLine);
    }

    [Fact]
    public void Shows_a_shared_step_for_the_first_service_until_that_is_done()
    {
        var script = new Script().Begin(2, "api", "worker").Run(Step, "api", "worker");
        Assert.Equal((true, false), Owners(Fold(script)));
        script.Finish(new("api", ServiceOutcome.Cancelled, TimeSpan.Zero, default)).Run(Step, "worker");
        Assert.Equal((false, true), Owners(Fold(script)));
    }

    [Fact]
    public void Counts_cached_steps_of_the_dockerfile_only()
    {
        var model = Fold(new Script().Begin(1, "api").Cached(Step, "api").Cached("[internal] load build context", "api").Cached("exporting to image", "api"));
        Assert.Equal(1, model["api"].CachedSteps);
    }

    [Fact]
    public void Keeps_a_warning_once_that_many_services_raise()
    {
        var model = Fold(new Script().Begin(2, "api", "worker").Warn("x", Scenarios.Dockerfile.LocationOf(new(0, 4)), "api", "worker"));
        Assert.Single(model.Warnings);
    }

    private static (bool Api, bool Worker) Owners(BuildModel model) =>
        (model.Owns("api", Script.IdOf(Step)), model.Owns("worker", Script.IdOf(Step)));

    private static BuildModel Fold(Script script) => script.Events.Aggregate(BuildModel.Empty, (m, e) => m.Apply(e));
}
