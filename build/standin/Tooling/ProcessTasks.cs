using System.Diagnostics;
using Serilog;

namespace Nuke.Common.Tooling;

public static class ProcessTasks
{
    /// <param name="toolPath">A path, or a name looked up in <c>PATH</c>; a <c>.dll</c> runs through dotnet.</param>
    /// <param name="arguments">As one would type them, quoted.</param>
    /// <param name="workingDirectory">By default that of the build.</param>
    /// <param name="environmentVariables">If given, the whole environment of the process.</param>
    /// <param name="timeout">Milliseconds.</param>
    /// <param name="logOutput">Whether its lines are logged; they are by default.</param>
    /// <param name="logInvocation">Whether the command line is logged; it is by default.</param>
    /// <param name="logger">Takes the place of the log.</param>
    /// <param name="outputFilter">Changes the command line and the lines before they are logged.</param>
    public static IProcess StartProcess(
        string toolPath,
        string? arguments = null,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null,
        Func<string, string>? outputFilter = null)
    {
        var filter = outputFilter ?? (text => text);
        var start = Describe(toolPath, arguments ?? "", workingDirectory, environmentVariables);
        if (logInvocation ?? true)
        {
            Log.Information("> {ToolPath} {Arguments}", start.FileName, filter(start.Arguments));
            if (start.WorkingDirectory != Environment.CurrentDirectory)
                Log.Information("@ {WorkingDirectory}", start.WorkingDirectory);
        }

        var write = logger ?? Write;
        return new RunningProcess(start, timeout, (type, text) =>
        {
            if (logOutput ?? true)
                write(type, filter(text));
        });
    }

    public static IProcess AssertZeroExitCode(this IProcess process)
    {
        process.AssertWaitForExit();
        return process.ExitCode == 0 ? process : throw new ProcessException(process);
    }

    public static IProcess AssertWaitForExit(this IProcess process)
    {
        if (!process.WaitForExit())
            throw new TimeoutException($"Process '{process.FileName}' did not end in time");
        return process;
    }

    internal static string? FindInPath(string name)
    {
        string[] suffixes = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat", ""] : [""];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(directory => suffixes.Select(suffix => Path.Combine(directory, name + suffix)))
            .FirstOrDefault(File.Exists);
    }

    private static ProcessStartInfo Describe(
        string toolPath, string arguments, string? workingDirectory, IReadOnlyDictionary<string, string>? environmentVariables)
    {
        var path = Path.IsPathRooted(toolPath) ? toolPath : FindInPath(toolPath) ?? toolPath;
        if (path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            (path, arguments) = (Environment.GetEnvironmentVariable("DOTNET_EXE") ?? FindInPath("dotnet") ?? "dotnet", $"\"{path}\" {arguments}");
        var start = new ProcessStartInfo(path, arguments)
        {
            WorkingDirectory = workingDirectory ?? Environment.CurrentDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (environmentVariables is null)
            return start;
        start.Environment.Clear();
        foreach (var (name, value) in environmentVariables)
            start.Environment[name] = value;
        return start;
    }

    private static void Write(OutputType type, string text)
    {
        var template = text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
#pragma warning disable CA2254 // The logging message template should not vary: a line is text, not a template, and is shown uncoloured.
        if (type == OutputType.Std)
            Log.Debug(template);
        else
            Log.Error(template);
#pragma warning restore CA2254
    }
}
