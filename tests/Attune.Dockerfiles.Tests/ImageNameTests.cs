using Attune.Dockerfiles.Stages;

namespace Attune.Dockerfiles.Tests;

public class ImageNameTests
{
    [Theory]
    [InlineData("alpine")]
    [InlineData("alpine:3.20")]
    [InlineData("library/alpine")]
    [InlineData("localhost/a/b-c__d.e")]
    [InlineData("localhost:5000/a:latest")]
    [InlineData("registry.example.com:443/team/app@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("mcr.microsoft.com/dotnet/sdk:10.0")]
    [InlineData("[::1]:5000/a")]
    public void Takes_names(string name) => Assert.True(ImageName.IsValid(name));

    [Theory]
    [InlineData("")]
    [InlineData("Alpine")]
    [InlineData("a:b:c")]
    [InlineData("a/")]
    [InlineData("-a")]
    [InlineData("a b")]
    [InlineData("a:$TAG")]
    [InlineData("https://example.com/a")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void Refuses(string name) => Assert.False(ImageName.IsValid(name));
}
