partial class Build
{
    AbsolutePath TestResults => RootDirectory / "artifacts" / "test-results";

    Target Clean => _ => _
        .Description("Deletes what builds and tests leave behind; keeps downloads and the embedded engine")
        .Before(Restore)
        .Executes(() =>
        {
            (RootDirectory / "artifacts").DeleteDirectory();
            foreach (var directory in RootDirectory.GlobDirectories("src/*/bin", "src/*/obj", "tests/*/bin", "tests/*/obj"))
                directory.DeleteDirectory();
        });

    Target Restore => _ => _
        .Description("Restores the packages of the solution")
        .Executes(() => DotNet($"restore {Solution}"));

    Target Compile => _ => _
        .Description("Compiles the solution")
        .DependsOn(Restore)
        .Executes(() => DotNet($"build {Solution} --no-restore --nologo"));

    Target Test => _ => _
        .Description("Runs all tests; results go to artifacts/test-results")
        .DependsOn(Compile)
        .Produces(TestResults / "*.trx")
        .Executes(() => Run(async workflow =>
        {
            Environment.SetEnvironmentVariable("ATTUNE_TEST_ENGINE", await workflow.TestEngineAsync());
            TestResults.CreateOrCleanDirectory();
            var exitCode = 0;

            // One assembly after the other: they share an engine, and a prune by one lets go of what another's build has just made.
            DotNet(
                $"test {Solution} --no-build --nologo -m:1 --logger trx;LogFilePrefix=tests --results-directory {TestResults}",
                exitHandler: process => exitCode = process.ExitCode);
            return TestReport.Of(TestResults, TemporaryDirectory / "test-totals.txt", exitCode);
        }));

    Target GenerateWorkflows => _ => _
        .Description("Writes .github/workflows from the attributes of the build")
        .Executes(() =>
        {
            foreach (var workflow in typeof(Build).GetCustomAttributes<GitHubActionsAttribute>())
            {
                // Compiled natively it has no assembly: it is the process.
                var program = (string?)BuildAssemblyFile ?? Environment.ProcessPath!;
                StartProcess(program, $"--generate-configuration {workflow.Id} --host GitHubActions", workingDirectory: RootDirectory).AssertZeroExitCode();
                var file = RootDirectory / ".github" / "workflows" / $"{workflow.IdPostfix}.yml";
                file.WriteAllText(CacheStep.AddRestoreKeys(file.ReadAllText()));
            }
        });
}
