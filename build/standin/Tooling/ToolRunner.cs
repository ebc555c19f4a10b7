namespace Nuke.Common.Tooling;

internal static class ToolRunner
{
    public static Tool Create(string path) =>
        (arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, exitHandler) =>
        {
            using var process = ProcessTasks.StartProcess(
                path, arguments.ToString(), workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, arguments.Filter());
            if (exitHandler is null)
                return process.AssertZeroExitCode().Output;
            exitHandler(process.AssertWaitForExit());
            return process.Output;
        };
}
