using Attune.BuildKit.Control;

namespace Attune.BuildKit.Tests.Control;

public sealed class ErrorTextTests
{
    [Theory]
    [InlineData("failed to solve with frontend dockerfile.v0: failed to create LLB definition: target stage x could not be found", "target stage x could not be found")]
    [InlineData("failed to solve: rpc error: code = Unknown desc = executor failed running [/bin/sh -c false]: exit code: 1", "executor failed running [/bin/sh -c false]: exit code: 1")]
    [InlineData("plain", "plain")]
    public void Is_left_with_the_cause(string text, string expected) => Assert.Equal(expected, ErrorText.Clean(text));
}
