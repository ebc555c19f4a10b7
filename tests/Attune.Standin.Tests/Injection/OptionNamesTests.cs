using FsCheck.Xunit;
using Nuke.Common.Injection;

namespace Attune.Standin.Tests.Injection;

public class OptionNamesTests
{
    [Theory]
    [InlineData("KeepStorage", "keep-storage")]
    [InlineData("NuGetGitHubKey", "nuget-github-key")]
    [InlineData("other-name", "other-name")]
    [InlineData("ThingValue", "thing-value")]
    [InlineData("MSBuildPath", "msbuild-path")]
    [InlineData("NoLogo", "no-logo")]
    [InlineData("", "")]
    public void Splits_before_upper_case_and_keeps_known_words(string name, string dashed) => Assert.Equal(dashed, OptionNames.Dashed(name));

    [Property]
    public bool Loses_no_letter(string? name) => string.Concat(OptionNames.Words(name ?? "")) == (name ?? "");

    [Theory]
    [InlineData("keep-storge", "keep-storage")]
    [InlineData("services", "service")]
    [InlineData("zzz", null)]
    public void Suggests_what_is_near(string name, string? suggestion) =>
        Assert.Equal(suggestion, OptionNames.Nearest(name, ["keep-storage", "service", "root"]));
}
