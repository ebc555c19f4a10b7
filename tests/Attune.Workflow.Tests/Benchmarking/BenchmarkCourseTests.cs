using Attune.Benchmarks.Comparing;
using Attune.Source;
using Attune.Workflow.Benchmarking;

namespace Attune.Workflow.Tests.Benchmarking;

public sealed class BenchmarkCourseTests
{
    [Fact]
    public void Builds_everything_when_nothing_is_chosen() =>
        Assert.All(Enum.GetValues<Scenario>(), s => Assert.True(new BenchmarkCourse([], BenchmarkCourse.ScenariosOf([])).Includes(s)));

    [Fact]
    public void Builds_what_is_chosen_after_the_first_build_that_it_needs()
    {
        var course = new BenchmarkCourse([], BenchmarkCourse.ScenariosOf(["service-change"]));
        Assert.Equal([Scenario.FirstBuild, Scenario.ServiceChange], Enum.GetValues<Scenario>().Where(course.Includes));
    }

    [Fact]
    public void Refuses_what_it_does_not_know()
    {
        var refusal = Assert.Throws<UserErrorException>(() => BenchmarkCourse.ScenariosOf(["second-build"]));
        Assert.Equal("--scenarios knows: first-build, no-change, service-change, shared-change", refusal.Advice);
        Assert.Equal(FaultKind.Usage, refusal.Kind);
    }
}
