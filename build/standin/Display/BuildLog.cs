using System.Globalization;
using Nuke.Common.IO;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Display;

/// <summary>Sets up <see cref="Log"/>: console, log files, what is repeated at the end, what the build server is told.</summary>
internal static class BuildLog
{
    private const string Console = "{Timestamp:HH:mm:ss} [{Level:u3}] {Message:l}{NewLine}{Exception}";
    private const string Problem = "[{Level:u3}] {ExecutingTarget}: {Message:l}{NewLine}";
    private const string Latest = "{Timestamp:HH:mm:ss.fff} | {Level:u1} | {ExecutingTarget,-20} | {Message:l}{NewLine}{Exception}";
    private const string Dated = "{Level:u1} | {ExecutingTarget,-20} | {Message:l}{NewLine}{Exception}";
    private const int TargetWidth = 20;
    private const int KeptFiles = 5;
    private static readonly LoggingLevelSwitch Level = new(LogEventLevel.Debug);
    private static readonly ProblemSink Problems = new();
    private static string currentTarget = "";

    public static Verbosity Verbosity
    {
        get => Level.MinimumLevel switch
        {
            LogEventLevel.Verbose => Verbosity.Verbose,
            LogEventLevel.Debug => Verbosity.Normal,
            LogEventLevel.Warning => Verbosity.Minimal,
            _ => Verbosity.Quiet,
        };
        set => Level.MinimumLevel = value switch
        {
            Verbosity.Verbose => LogEventLevel.Verbose,
            Verbosity.Normal => LogEventLevel.Debug,
            Verbosity.Minimal => LogEventLevel.Warning,
            _ => LogEventLevel.Error,
        };
    }

    /// <param name="host">Whose colours are used, and who is told of problems.</param>
    /// <param name="directory">Where the log files go; null for none.</param>
    public static void Open(Host host, AbsolutePath? directory)
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .Enrich.With(new TargetEnricher())
            .Filter.ByExcluding(log => WriteCommand(host, log.MessageTemplate.Text))
            .WriteTo.Sink(new HostSink(host), LogEventLevel.Warning)
            .WriteTo.Console(
                outputTemplate: Console, formatProvider: CultureInfo.InvariantCulture, theme: host.ConsoleTheme,
                applyThemeToRedirectedOutput: true, levelSwitch: Level)
            .WriteTo.Sink(Problems, LogEventLevel.Warning);
        if (directory is not null)
        {
            DeleteOldFiles(directory);
            var now = DateTime.Now.ToString("yyyy-MM-dd_HH-mm-ss", CultureInfo.InvariantCulture);
#pragma warning disable CA2000 // Dispose objects before losing scope: the logger disposes its sinks.
            configuration.WriteTo.Sink(new LogFile(directory / "build.log", Latest)).WriteTo.Sink(new LogFile(directory / $"build.{now}.log", Dated));
#pragma warning restore CA2000
        }

        Log.Logger = configuration.CreateLogger();
    }

    /// <summary>Puts a target's name on what is logged until the result is disposed of.</summary>
    public static IDisposable Target(string name)
    {
        currentTarget = name[..Math.Min(name.Length, TargetWidth)];
        return new EndOfBlock(() => currentTarget = "");
    }

    public static void RepeatProblems(Host host)
    {
        if (Problems.Events.Count == 0)
            return;
        using var block = host.WriteBlock("Errors & Warnings");
        using var console = new LoggerConfiguration().WriteTo
            .Console(outputTemplate: Problem, formatProvider: CultureInfo.InvariantCulture, theme: host.ConsoleTheme, applyThemeToRedirectedOutput: true)
            .CreateLogger();
        foreach (var problem in Problems.Events)
            console.Write(problem);
    }

    private static bool WriteCommand(Host host, string message)
    {
        if (!host.IsCommand(message))
            return false;
        System.Console.WriteLine(message);
        return true;
    }

    private static void DeleteOldFiles(AbsolutePath directory)
    {
        foreach (var file in directory.GlobFiles("build.*.log").OrderByDescending(file => file.Name, StringComparer.Ordinal).Skip(KeptFiles))
            file.DeleteFile();
    }

    private sealed class TargetEnricher : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) =>
            logEvent.AddOrUpdateProperty(new LogEventProperty("ExecutingTarget", new ScalarValue(currentTarget)));
    }

    private sealed class ProblemSink : ILogEventSink
    {
        public List<LogEvent> Events { get; } = [];

        public void Emit(LogEvent logEvent) => Events.Add(logEvent);
    }

    private sealed class HostSink(Host host) : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => host.Report(
            logEvent.RenderMessage(CultureInfo.InvariantCulture), logEvent.Level == LogEventLevel.Warning ? Paint.Warning : Paint.Error);
    }
}
