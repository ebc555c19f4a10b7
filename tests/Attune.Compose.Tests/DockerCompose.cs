using System.Diagnostics;

namespace Attune.Compose.Tests;

/// <summary>The <c>docker compose</c> of this machine, if there is one; <c>config</c> needs no engine.</summary>
internal static class DockerCompose
{
    private static readonly TimeSpan _timeLimit = TimeSpan.FromSeconds(60);
    private static readonly Lazy<string?> _absence = new(FindAbsence);

    /// <summary>Why it can't be asked, or null when it can.</summary>
    public static string? Absence => _absence.Value;

    public static (int ExitCode, string Output) Run(string directory, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("docker") { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("compose");
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var inherited = new[] { "PATH", "DOCKER_CONFIG", "SystemRoot", "HOME" }.ToDictionary(n => n, Environment.GetEnvironmentVariable);
        start.Environment.Clear();
        foreach (var (name, value) in inherited.Where(v => v.Value is not null))
            start.Environment[name] = value;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(_timeLimit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("docker compose took too long");
        }

        return (process.ExitCode, process.ExitCode == 0 ? output.Result : errors.Result);
    }

    private static string? FindAbsence()
    {
        try
        {
            var (exitCode, output) = Run(Path.GetTempPath(), ["version", "--short"], new Dictionary<string, string>());
            var number = output.Trim().TrimStart('v').Split('-', '+')[0];
            return exitCode == 0 && Version.TryParse(number, out var version) && version >= new Version(2, 40)
                ? null
                : "docker compose 2.40 or newer isn't installed";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "the docker client isn't installed";
        }
    }
}

/// <summary>A theory that asks <c>docker compose</c>; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ComposeTheoryAttribute : TheoryAttribute
{
    public ComposeTheoryAttribute() => Skip = DockerCompose.Absence;
}
