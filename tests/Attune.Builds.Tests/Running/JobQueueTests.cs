using Attune.Builds.Running;

namespace Attune.Builds.Tests.Running;

public sealed class JobQueueTests
{
    [Fact]
    public void Takes_jobs_in_the_order_that_it_was_given()
    {
        var queue = Queue(new Picks("c", "a"), Job("a"), Job("b"), Job("c"));
        Assert.Equal(["c", "a"], [queue.TakeReady()!.Service, queue.TakeReady()!.Service]);
    }

    [Fact]
    public void Tells_the_order_what_is_ready_and_what_runs()
    {
        var order = new Picks("b", "a");
        var queue = Queue(order, Job("a"), Job("b"), Job("c", after: "a"));
        queue.TakeReady();
        queue.TakeReady();
        Assert.Equal(["a,b while nothing runs", "a while b runs"], order.Asked);
    }

    [Fact]
    public void Starts_nothing_when_the_order_would_rather_wait()
    {
        var queue = Queue(new Picks("a", null, "b"), Job("a"), Job("b"));
        queue.TakeReady();
        Assert.Null(queue.TakeReady());
        queue.MarkBuilt("a");
        Assert.Equal("b", queue.TakeReady()!.Service);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("unheard of")]
    public void Never_stands_still_whatever_the_order_says(string? pick) =>
        Assert.Equal("a", Queue(new Picks(pick), Job("a"), Job("b")).TakeReady()!.Service);

    [Fact]
    public void Holds_back_what_starts_from_an_image_that_is_not_built()
    {
        var queue = Queue(ComposeOrder.Instance, Job("a", after: "b"), Job("b"));
        Assert.Equal("b", queue.TakeReady()!.Service);
        Assert.Null(queue.TakeReady());
        queue.MarkBuilt("b");
        Assert.Equal("a", queue.TakeReady()!.Service);
        Assert.Null(queue.TakeReady());
    }

    [Fact]
    public void Gives_up_whatever_hangs_on_a_failed_image_and_nothing_else()
    {
        var queue = Queue(ComposeOrder.Instance, Job("top", after: "middle"), Job("middle", after: "bottom"), Job("bottom"), Job("apart"));
        Assert.Equal("bottom", queue.TakeReady()!.Service);
        queue.MarkFailed("bottom");
        Assert.Equal(["middle", "top"], queue.TakeOrphans().Select(j => j.Service));
        Assert.Equal("apart", queue.TakeReady()!.Service);
        Assert.Empty(queue.TakeRest());
    }

    private static BuildJob Job(string service, params string[] after) => new(service, after);

    private static JobQueue Queue(IBuildOrder order, params BuildJob[] jobs) => new(jobs, order);

    private sealed class Picks(params string?[]? picks) : IBuildOrder
    {
        private readonly Queue<string?> _picks = new(picks ?? [null]);

        public List<string> Asked { get; } = [];

        public string? Next(BuildFrontier frontier)
        {
            Asked.Add($"{string.Join(',', frontier.Ready)} while {(frontier.Running is [] ? "nothing" : string.Join(',', frontier.Running))} runs");
            return _picks.Dequeue();
        }
    }
}
