using Nuke.Common.IO;
using Nuke.Common.Injection;

namespace Attune.Standin.Tests.Injection;

public class ParameterValuesTests
{
    [Theory]
    [InlineData("--release-name cli", "cli")]
    [InlineData("", "environment")]
    public void Prefers_the_command_line_to_the_environment(string arguments, string value) =>
        Assert.Equal(value, Values(arguments, ("RELEASE_NAME", "environment")).Get(Parameter("ReleaseName")));

    [Theory]
    [InlineData("KEEP_STORAGE")]
    [InlineData("KeepStorage")]
    [InlineData("NUKE_KEEP_STORAGE")]
    public void Reads_the_environment_under_any_spelling(string variable) =>
        Assert.Equal(true, Values("", (variable, "true")).Get(Parameter("KeepStorage")));

    [Fact]
    public void Ignores_the_environment_when_two_spellings_compete()
    {
        var values = Values("", ("KEEP_STORAGE", "true"), ("NUKE_KEEP_STORAGE", "false"));

        Assert.Null(values.Get(Parameter("KeepStorage")));
        Assert.Equal(["Could not resolve KeepStorage since multiple values are provided"], values.Warnings);
    }

    [Fact]
    public void Warns_of_a_value_in_the_environment_that_it_cannot_use()
    {
        var values = Values("", ("RETRIES", "many"));

        Assert.Null(values.Get(Parameter("Retries")));
        Assert.Equal(["Environment variable RETRIES is ignored: '--retries' does not take the value 'many'. Allowed: a whole number"], values.Warnings);
    }

    [Fact]
    public void Refuses_such_a_value_on_the_command_line() => Assert.Equal(
        "Option '--retries' does not take the value 'many'. Allowed: a whole number",
        Assert.Throws<UsageException>(() => Values("--retries many").Get(Parameter("Retries"))).Message);

    [Fact]
    public void Reads_files_last_a_later_profile_before_an_earlier_one()
    {
        using var root = new TempDirectory();
        root.Write(".nuke/parameters.json", """{ "ReleaseName": "default", "Names": ["a", "b"], "Where": "sub", "Retries": 5 }""");
        root.Write(".nuke/parameters.one.json", """{ "ReleaseName": "one", "Retries": 1 }""");
        root.Write(".nuke/parameters.two.json", """{ "ReleaseName": "two" }""");
        var values = Values("", ("NAMES", "c"));

        values.UseFiles(root.Path, ["one", "two"]);

        Assert.Equal("two", values.Get(Parameter("ReleaseName")));
        Assert.Equal(1, values.Get(Parameter("Retries")));
        Assert.Equal(new[] { "c" }, values.Get(Parameter("Names")));
        Assert.Equal(AbsolutePath.Create(root.Path) / "sub", values.Get(Parameter("Where")));
    }

    [Fact]
    public void Points_at_what_is_no_JSON()
    {
        using var root = new TempDirectory();
        var file = root.Write(".nuke/parameters.json", "{\n  \"A\": ,\n}");

        var fault = Assert.Throws<UsageException>(() => Values("").UseFiles(root.Path, []));

        Assert.Equal($"{file}:2:8: not valid JSON", fault.Message);
    }

    [Fact]
    public void Takes_the_arguments_that_Rider_left_and_removes_them()
    {
        using var root = new TempDirectory();
        var file = root.Write("surrogate.log", "Pack --retries 9");
        var values = Values("Compile");

        values.ReadSurrogate(file);

        Assert.Equal(["Pack"], values.CommandLine.Positionals);
        Assert.Equal(9, values.Get(Parameter("Retries")));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void Ignores_what_Rider_left_long_ago()
    {
        using var root = new TempDirectory();
        var file = root.Write("surrogate.log", "Pack");
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(-2));
        var values = Values("Compile");

        values.ReadSurrogate(file);

        Assert.Equal(["Compile"], values.CommandLine.Positionals);
    }

    private static ParameterMember Parameter(string name) => MemberInjection.Parameters(typeof(Build)).Single(parameter => parameter.Name == name);

    private static ParameterValues Values(string arguments, params (string Name, string Value)[] environment) => new(
        new CommandLine(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        new EnvironmentNames(environment.ToDictionary(variable => variable.Name, variable => variable.Value)),
        "/work");
}
