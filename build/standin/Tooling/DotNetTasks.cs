using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public static class DotNetTasks
{
    public static string DotNetPath => Environment.GetEnvironmentVariable("DOTNET_EXE") ?? ProcessTasks.FindInPath("dotnet") ?? "dotnet";

    public static IReadOnlyCollection<Output> DotNet(
        ArgumentStringHandler arguments,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null,
        Action<IProcess>? exitHandler = null) =>
        ToolRunner.Create(DotNetPath)(arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, exitHandler);
}
