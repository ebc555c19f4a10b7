using Nuke.Common.Injection;

namespace Attune.Standin.Tests.Injection;

public class CommandLineTests
{
    [Theory]
    [InlineData("A B --x 1 2", "x", "1 2")]
    [InlineData("A --keep-storage", "KeepStorage", "")]
    [InlineData("--KEEPSTORAGE 5", "KeepStorage", "5")]
    [InlineData("-Keep-Storage 5", "KeepStorage", "5")]
    [InlineData("--x 1 --y --x 2", "x", "2")]
    public void Folds_dashes_and_case_and_takes_the_last(string arguments, string option, string values) =>
        Assert.Equal(values, string.Join(' ', Parse(arguments).Values(option)!));

    [Fact]
    public void Keeps_all_values_of_a_repeated_option_for_arrays() =>
        Assert.Equal(["a", "b", "c"], Parse("--file a b --other x --file c").AllValues("file"));

    [Fact]
    public void Takes_what_comes_before_the_first_option_for_targets() => Assert.Equal(["A", "B"], Parse("A B --x C").Positionals);

    [Fact]
    public void Knows_nothing_of_an_option_that_is_not_given() => Assert.Null(Parse("A --x").Values("y"));

    private static CommandLine Parse(string arguments) => new(arguments.Split(' '));
}
