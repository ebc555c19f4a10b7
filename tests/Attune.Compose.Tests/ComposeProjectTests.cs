using Attune.Source;

namespace Attune.Compose.Tests;

public class ComposeProjectTests
{
    [Fact]
    public void Keeps_extensions_with_their_types_and_places()
    {
        var project = MemoryFiles.Load(("compose.yaml", "x-attune:\n  warm: api\n  parallel: 4\nservices: {api: {image: x}}\n"));
        var attune = Assert.IsType<ComposeMapping>(project.Extensions["x-attune"]);
        var parallel = Assert.IsType<ComposeScalar>(attune["parallel"]);
        Assert.Equal((ScalarKind.WholeNumber, "4"), (parallel.Kind, parallel.Text));
        Assert.Equal(new LinePosition(3, 13), parallel.Location.Start);
    }

    [Fact]
    public void Keeps_the_values_of_secrets_out_of_the_model()
    {
        var request = MemoryFiles.Request(new() { ["TOKEN"] = "hunter2" });
        var files = new MemoryFiles(("compose.yaml", "services: {a: {build: {secrets: [t]}}}\nsecrets: {t: {environment: TOKEN}}\n"));
        var project = ComposeProject.Load(request, files);
        Assert.Equal(new BuildSecret("t", SecretSource.Environment, "TOKEN"), project.Services[0].Build!.Secrets.Single());
        Assert.Equal("hunter2", project.Environment["TOKEN"]);
        Assert.DoesNotContain("hunter2", project.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Can_do_without_variables_that_a_file_demands()
    {
        var files = new MemoryFiles(("compose.yaml", "services: {a: {image: x, build: {context: ., args: {TOKEN: '${TOKEN:?set it}'}}}}"));
        Assert.Throws<LocatedException>(() => ComposeProject.Load(MemoryFiles.Request([]), files));
        var project = ComposeProject.Load(MemoryFiles.Request([]) with { RequiredVariables = RequiredVariables.Assumed }, files);
        Assert.Equal(new NamedValue("TOKEN", ""), project.Services[0].Build!.Args.Single());
        Assert.Contains("TOKEN is not set", Assert.Single(project.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Finds_inactive_services_by_name()
    {
        var project = MemoryFiles.Load(("compose.yaml", "services: {a: {image: x}, b: {image: y, profiles: [p]}}"));
        Assert.Equal("y", project.Find("b")!.Image);
        Assert.Null(project.Find("c"));
    }

    [Fact]
    public void Says_which_names_it_looked_for_when_there_is_no_compose_file()
    {
        var fault = Assert.Throws<UserErrorException>(() => MemoryFiles.Load(("other.yaml", "services: {}")));
        Assert.Equal(FaultKind.Usage, fault.Kind);
        Assert.Contains("docker-compose.yml", fault.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Follows_a_chain_of_a_thousand_dependencies()
    {
        var services = string.Join('\n', Enumerable.Range(0, 1000).Select(i => $"  s{i}: {{image: x, depends_on: [s{i + 1}]}}"));
        Assert.Equal(1001, MemoryFiles.Load(("compose.yaml", $"services:\n{services}\n  s1000: {{image: x}}\n")).Services.Length);
    }

    [Fact]
    public void Refuses_files_that_include_each_other_in_pairs_without_end()
    {
        var files = Enumerable.Range(0, 40).Select(i => ($"f{i}.yaml", $"include: [f{i + 1}.yaml, f{i + 1}.yaml]"));
        var fault = Assert.Throws<LocatedException>(() => MemoryFiles.Load(
            [("compose.yaml", "include: [f0.yaml]"), .. files, ("f40.yaml", "services: {a: {image: x}}")]));
        Assert.Contains("included", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_variables_that_double_without_end()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 60).Select(i => $"V{i}=$V{i - 1}$V{i - 1}"));
        Assert.Throws<LocatedException>(() => MemoryFiles.Load(("compose.yaml", "services: {a: {image: x}}"), (".env", "V0=x\n" + lines)));
    }

    [Fact]
    public void Refuses_a_chain_of_a_thousand_extends()
    {
        var services = string.Join('\n', Enumerable.Range(0, 1000).Select(i => $"  s{i}: {{extends: s{i + 1}}}"));
        Assert.Throws<LocatedException>(() => MemoryFiles.Load(("compose.yaml", $"services:\n{services}\n  s1000: {{image: x}}\n")));
    }
}
