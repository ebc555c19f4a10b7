using Attune.Engines.Docker;

namespace Attune.Engines.Tests.Docker;

public sealed class ImageReferenceTests
{
    [Theory]
    [InlineData("rust", "rust", "latest")]
    [InlineData("rust:1.85", "rust", "1.85")]
    [InlineData("registry:5000/team/app", "registry:5000/team/app", "latest")]
    [InlineData("registry:5000/team/app:2", "registry:5000/team/app", "2")]
    [InlineData("app@sha256:abc", "app", "sha256:abc")]
    public void A_name_is_split_as_docker_splits_it(string text, string repository, string tag) =>
        Assert.Equal(new ImageReference(repository, tag), ImageReference.Parse(text));
}
