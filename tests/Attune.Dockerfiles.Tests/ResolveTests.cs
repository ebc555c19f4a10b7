using System.Collections.Immutable;
using Attune.Dockerfiles.Mounts;
using Attune.Dockerfiles.Resolution;
using Attune.Dockerfiles.Scopes;
using Attune.Dockerfiles.Stages;
using Attune.Source;

namespace Attune.Dockerfiles.Tests;

public class ResolveTests
{
    private static readonly BuildInputs _inputs = new();

    [Theory]
    [InlineData("ARG X", "given", "given")]
    [InlineData("ARG X=default", "given", "given")]
    [InlineData("ARG X=default", null, "default")]
    [InlineData("ARG X", null, "")]
    [InlineData("ENV X=env", "given", "env")]
    [InlineData("ARG X=default\nENV X=env", "given", "env")]
    [InlineData("ENV X=env\nARG X=default", "given", "given")]
    [InlineData("ENV X=env\nARG X", null, "env")]
    [InlineData("ARG Y=y\nARG X=$Y", null, "y")]
    [InlineData("ARG X=$X-more", null, "-more")]
    [InlineData("ARG X=1 Y=2\nARG X", null, "1")]
    [InlineData("ENV Z=1\nENV Z=2 X=$Z", null, "1")]
    [InlineData("ENV Z=X\nENV $Z=named", null, "named")]
    [InlineData("ENV X='$HOME'", null, "$HOME")]
    [InlineData("ENV X a  b \"c\"", null, "a  b c")]
    public void Scopes_arguments_and_environment(string instructions, string? given, string expected) =>
        Assert.Equal(expected, IdOf($"FROM scratch\n{instructions}", given is null ? _inputs : WithArguments(("X", given))));

    [Fact]
    public void A_substitution_without_a_name_depends_on_no_base_image()
    {
        var inputs = _inputs with { MountExpansion = MountExpansion.Expands };
        var mount = Parse("FROM unknown\nRUN --mount=type=cache,target=/a,id=x${/a/b}y true").Resolve(inputs).CacheMounts.Single();
        Assert.Equal(("xy", Certainty.Certain), (mount.Id, mount.Certainty));
    }

    [Theory]
    [InlineData("curl -o $CACHE/a ${CACHE}/b", "curl -o /c/a /c/b")]
    [InlineData("tar -C \"$CACHE\" $OTHER ${OTHER:-x}", "tar -C \"/c\" $OTHER ${OTHER:-x}")]
    [InlineData("echo '$CACHE' \\$CACHE $(ls $CACHE) $# $?", "echo '$CACHE' \\$CACHE $(ls /c) $# $?")]
    [InlineData("echo \"two\n$CACHE lines\"; it's", "echo \"two\n$CACHE lines\"; it's")]
    [InlineData("ls ${CACHE%c}x", "ls /x")]
    public void Puts_a_stages_variables_into_a_command_and_leaves_the_rest_as_it_is(string command, string expected) =>
        Assert.Equal(expected, Parse("FROM scratch\nENV CACHE=/c").Resolve(_inputs).Stages[0].ExpandCommand(command));

    [Theory]
    [InlineData("ARG X=global", "", "")]
    [InlineData("ARG X=global", "ARG X", "global")]
    [InlineData("ARG X=global", "ARG X=own", "own")]
    [InlineData("ARG X", "ARG X", "")]
    [InlineData("ARG Y=y\nARG X=${Y}x", "ARG X", "yx")]
    public void Hands_global_arguments_only_to_stages_that_declare_them(string globals, string instructions, string expected) =>
        Assert.Equal(expected, IdOf($"{globals}\nFROM scratch\n{instructions}", _inputs));

    [Theory]
    [InlineData("HTTP_PROXY", "")]
    [InlineData("TARGETARCH", "")]
    public void Predefined_arguments_need_declaring_too(string name, string expected) =>
        Assert.Equal(expected, IdOf($"FROM scratch\nENV X=$X X=${name}", WithArguments(("HTTP_PROXY", "http://proxy"))));

    [Theory]
    [InlineData("TARGETPLATFORM", "linux/arm/v7")]
    [InlineData("TARGETOS", "linux")]
    [InlineData("TARGETARCH", "arm")]
    [InlineData("TARGETVARIANT", "v7")]
    [InlineData("BUILDPLATFORM", "linux/arm64")]
    [InlineData("BUILDARCH", "arm64")]
    [InlineData("BUILDVARIANT", "")]
    [InlineData("TARGETSTAGE", "final")]
    [InlineData("HTTP_PROXY", "http://proxy")]
    public void Knows_the_predefined_arguments(string name, string expected) => Assert.Equal(
        expected,
        IdOf($"FROM scratch AS final\nARG {name}\nENV X=${name}", WithArguments(("HTTP_PROXY", "http://proxy")) with
        {
            TargetPlatform = Platform.TryParse("linux/arm")!,
            BuildPlatform = Platform.TryParse("linux/aarch64")!,
        }));

    [Theory]
    [InlineData(null, "final mid base")]
    [InlineData("MID", "mid base")]
    [InlineData("alone", "alone")]
    public void Follows_what_a_target_needs(string? target, string stages)
    {
        var document = Parse("FROM scratch AS base\nFROM x AS alone\nFROM base AS mid\nFROM scratch AS final\nCOPY --from=mid /a /a\n");
        Assert.Equal(
            stages.Split(' ').Order(), document.Resolve(new() { Target = target }).Stages.Select(s => s.Declaration.Name).Order());
    }

    [Fact]
    public void Takes_mounts_literally_for_an_engine_that_does()
    {
        var document = Parse("FROM scratch\nARG S=api\nRUN --mount=type=cache,id=x-${S},target=/t true\n");
        Assert.Equal("x-${S}", document.Resolve(new() { MountExpansion = MountExpansion.Literal }).CacheMounts.Single().Id);
        Assert.Equal("x-api", document.Resolve(_inputs).CacheMounts.Single().Id);
    }

    [Fact]
    public void Checks_the_mounts_of_every_stage_for_an_engine_that_does()
    {
        var document = Parse("FROM scratch AS a\nRUN --mount=type=cache,sharing=$S,target=/t true\nFROM scratch\n");
        Assert.Empty(document.Resolve(_inputs).CacheMounts);
        var fault = Assert.Throws<LocatedException>(() => document.Resolve(new() { MountExpansion = MountExpansion.Literal }));
        Assert.Equal("'$S' is no way of sharing", fault.Message);
        Assert.Contains("# syntax=docker/dockerfile:1", fault.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_the_triggers_of_a_stage_that_an_additional_context_replaces()
    {
        var document = Parse("FROM a AS x\nONBUILD RUN --mount=type=cache,target=/t true\nFROM x\n");
        var mount = document.Resolve(new() { NamedContexts = ["x"] }).CacheMounts.Single();
        Assert.Equal(("/t", Execution.Triggered), (mount.Id, mount.Execution));
    }

    [Fact]
    public void Lets_an_additional_context_take_the_place_of_a_stage()
    {
        var document = Parse("FROM a AS deps\nCOPY . .\nRUN --mount=type=cache,target=/t true\nFROM b\nCOPY --from=deps /x /x\n");
        var build = document.Resolve(new() { NamedContexts = ["deps"] });
        Assert.Equal(StageOrigin.NamedContext, build.Stages[0].Origin);
        Assert.Empty(build.CacheMounts);
        Assert.Empty(build.ContextCopies);
        Assert.Equal(["deps Stage NamedContext", "b Base Image"], build.References.Select(r => $"{r.Name} {r.Use} {r.Origin}"));
        Assert.Equal(["b"], build.BaseImages);
    }

    [Theory]
    [InlineData("alpine")]
    [InlineData("alpine:latest")]
    [InlineData("docker.io/library/alpine")]
    public void Lets_an_additional_context_take_the_place_of_an_image(string name)
    {
        var build = Parse($"FROM {name}\n").Resolve(new() { NamedContexts = ["alpine"] });
        Assert.Equal(ReferenceOrigin.NamedContext, build.References.Single().Origin);
    }

    [Fact]
    public void Doubts_what_the_base_image_may_set_until_its_settings_are_given()
    {
        var document = Parse("FROM rust\nENV D=$CARGO_HOME/x\nRUN --mount=type=cache,target=$D --mount=type=cache,target=rel,id=i true\n");
        var guess = document.Resolve(_inputs).CacheMounts;
        Assert.Equal([Certainty.DependsOnBaseImage, Certainty.Certain], guess.Select(m => m.Certainty));
        Assert.All(guess, m => Assert.Equal(Certainty.DependsOnBaseImage, m.PathCertainty));
        var settings = new ImageSettings(ImmutableDictionary<string, string>.Empty.Add("CARGO_HOME", "/usr/local/cargo"), "/src");
        var known = document.Resolve(new() { BaseImages = ImmutableDictionary<string, ImageSettings>.Empty.Add("rust", settings) }).CacheMounts;
        Assert.Equal(["/usr/local/cargo/x", "/src/rel"], known.Select(m => m.MountPath));
        Assert.All(known, m => Assert.Equal((Certainty.Certain, Certainty.Certain), (m.Certainty, m.PathCertainty)));
    }

    [Theory]
    [InlineData("RUN --mount=type=bind,target=. true")]
    [InlineData("RUN --mount=type=cache,target=/t,sharing=$FROM_IMAGE true")]
    [InlineData("COPY ${FROM_IMAGE:?} /x")]
    public void Finds_no_fault_in_what_the_base_image_may_make_right(string instruction)
    {
        Parse($"FROM image\n{instruction}\n").Resolve(_inputs);
        Assert.Throws<LocatedException>(() => Parse($"FROM scratch\n{instruction}\n").Resolve(_inputs));
    }

    [Theory]
    [InlineData("USER \"x")]
    [InlineData("LABEL a='x")]
    [InlineData("EXPOSE ${X")]
    [InlineData("VOLUME ${X^}")]
    public void Finds_faulty_words_in_every_instruction_that_expands_them(string instruction) =>
        Assert.Throws<LocatedException>(() => Parse($"FROM scratch\n{instruction}\n").Resolve(_inputs));

    [Fact]
    public void Offers_global_arguments_with_defaults_and_places()
    {
        var document = Parse("ARG RUST_IMAGE=rust:1 OTHER\nFROM $RUST_IMAGE\n");
        Assert.Equal(["RUST_IMAGE=rust:1", "OTHER="], document.GlobalArguments.Select(a => $"{a.Name}={a.Default}"));
        Assert.Equal("rust:1", document.Source.Text.Substring(document.GlobalArguments[0].Default!.Value.Span.Start, 6));
        Assert.Equal(["attune/rust:debian"], document.Resolve(WithArguments(("RUST_IMAGE", "attune/rust:debian"))).BaseImages);
    }

    private static string IdOf(string dockerfile, BuildInputs inputs) =>
        Parse(dockerfile + "\nRUN --mount=type=cache,target=/t,id=id=$X true\n").Resolve(inputs).CacheMounts.Single().Id["id=".Length..];

    private static BuildInputs WithArguments(params (string Name, string Value)[] arguments) =>
        new() { BuildArguments = arguments.ToImmutableDictionary(a => a.Name, a => a.Value) };

    private static DockerfileDocument Parse(string text) => DockerfileDocument.Parse(new("Dockerfile", text));
}
