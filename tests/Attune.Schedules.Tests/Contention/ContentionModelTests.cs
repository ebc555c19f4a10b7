using Attune.Schedules.Contention;

namespace Attune.Schedules.Tests.Contention;

/// <summary>Which steps get into each other's way.</summary>
public sealed class ContentionModelTests
{
    [Fact]
    public Task Lists_the_steps_of_each_service_and_who_queues_for_what()
    {
        using var project = SampleProject.OfLockedServices();
        return Verifier.Verify(Describe(project.Model()));
    }

    [Theory]
    [InlineData("locked", "locked", "c: a, b")]
    [InlineData("locked", "shared", "c: a, b")]
    [InlineData("locked", "private", "c: a, b")]
    [InlineData("shared", "shared", "")]
    [InlineData("private", "private", "")]
    [InlineData("shared", "private", "")]
    public void Whoever_locks_a_cache_waits_for_all_its_users(string one, string other, string expected) =>
        Assert.Equal(expected, Contended($"id=c,sharing={one}", $"id=c,sharing={other}"));

    [Fact]
    public void Caches_that_the_engine_tells_apart_are_no_reason_to_wait() =>
        Assert.Equal("", Contended("id=c,sharing=locked", "id=c,sharing=locked,uid=1000"));

    [Fact]
    public void A_step_that_runs_once_for_several_services_does_not_wait_for_itself()
    {
        using var project = new SampleProject().With("compose.yml", SampleProject.Services).With("web.Dockerfile", "FROM nginx\n").With("Dockerfile", """
            FROM rust AS build
            COPY . .
            RUN --mount=type=cache,target=/c,sharing=locked cargo build
            FROM scratch
            ARG SERVICE
            COPY --from=build /${SERVICE} /
            """);
        var model = project.Model();
        Assert.Empty(model.ContendedCaches);
        Assert.Single(model.Services.Where(s => s.Service != "web").Select(s => s.Steps.Single(step => step.Keyword == "RUN").Identity).Distinct());
    }

    [Fact]
    public void Mounts_are_taken_in_the_order_of_their_targets()
    {
        using var project = SampleProject.OfLockedServices();
        Assert.Equal(["/build/target", "/cargo"], project.Model().Find("api")!.Steps.Single(s => s.Keyword == "RUN").Claims.Select(c => c.Cache.DisplayId));
    }

    [Theory]
    [InlineData("[build 4/4] RUN --mount=type=cache cargo build --bin api", "RUN cargo build --bin ${SERVICE}")]
    [InlineData("[linux/amd64 build 3/4] COPY . .", "COPY . .")]
    [InlineData("[stage-1 1/1] COPY --from=build /out/ /", "COPY /out/ /")]
    [InlineData("[internal] load build context", null)]
    [InlineData("[build 3/4] RUN something else", null)]
    [InlineData("exporting to image", null)]
    public void Finds_a_step_by_the_name_that_the_engine_gives_it(string name, string? text)
    {
        using var project = SampleProject.OfLockedServices();
        Assert.Equal(text, project.Model().Find("api")!.Find(name)?.Text);
    }

    [Fact]
    public void A_service_that_starts_from_the_image_of_another_comes_after_it()
    {
        using var project = new SampleProject()
            .With("compose.yml", "services: { app: { build: { context: ., additional_contexts: { base: \"service:base\" } } }, base: { build: { context: b } } }")
            .With("Dockerfile", "FROM base\nRUN make\n").With("b/Dockerfile", "FROM alpine\nRUN make\n");
        Assert.Equal(["base"], project.Model().Find("app")!.After.AsEnumerable());
    }

    private static string Contended(string one, string other)
    {
        using var project = new SampleProject()
            .With("compose.yml", "services: { a: { build: { context: ., target: a } }, b: { build: { context: ., target: b } } }")
            .With("Dockerfile", $"FROM x AS a\nRUN --mount=type=cache,{one},target=/c make a\nFROM x AS b\nRUN --mount=type=cache,{other},target=/c make b\n");
        return string.Join("; ", project.Model().ContendedCaches.Select(c => $"{c.Cache.DisplayId}: {string.Join(", ", c.Services)}"));
    }

    private static string Describe(ContentionModel model) => string.Join('\n',
    [
        .. model.Services.SelectMany(s => s.Steps.Select((step, i) =>
            $"{s.Service} {i} [{step.Stage} {step.Number}] {step.Text} after {string.Join(',', step.Needs)} locks {string.Join(' ', step.Claims.Select(c => c.Cache.DisplayId))}")),
        .. model.ContendedCaches.Select(c => $"{c.Cache.DisplayId}: {string.Join(", ", c.Services)}"),
    ]);
}
