using Attune.Dockerfiles.Mounts;

namespace Attune.Dockerfiles.Tests;

public class FrontendReferenceTests
{
    [Theory]
    [InlineData("# syntax=docker/dockerfile:1", "docker/dockerfile:1")]
    [InlineData("#syntax = docker/dockerfile:1 # note", "docker/dockerfile:1")]
    [InlineData("\uFEFF# SYNTAX=a/b\r\nFROM x", "a/b")]
    [InlineData("#!/usr/bin/env frontend\n# syntax=a/b", "a/b")]
    [InlineData("# check=skip=all\n# syntax=a/b", "a/b")]
    [InlineData("// syntax=a/b\n{}", "a/b")]
    [InlineData("# a comment\n# syntax=a/b", null)]
    [InlineData("\n# syntax=a/b", null)]
    [InlineData("  # syntax=a/b", null)]
    [InlineData("# syntax=", null)]
    [InlineData("FROM x", null)]
    [InlineData("", null)]
    public void Is_found_where_the_engine_finds_it(string text, string? image) =>
        Assert.Equal(image, FrontendReference.Detect(new("Dockerfile", text))?.Image);

    [Theory]
    [InlineData("docker/dockerfile:1", MountExpansion.Expands)]
    [InlineData("docker/dockerfile:1.3", MountExpansion.Expands)]
    [InlineData("docker/dockerfile:1.20", MountExpansion.Expands)]
    [InlineData("docker.io/docker/dockerfile:1.2", MountExpansion.Literal)]
    [InlineData("docker/dockerfile:1.0.1-experimental", MountExpansion.Literal)]
    [InlineData("example.com/frontend:1.0", MountExpansion.Expands)]
    public void Tells_whether_it_expands_mounts(string image, MountExpansion expansion) =>
        Assert.Equal(expansion, FrontendReference.Detect(new("Dockerfile", "# syntax=" + image))!.MountExpansion);
}
