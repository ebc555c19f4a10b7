using System.Reflection;
using Nuke.Common.CI;
using Nuke.Common.Display;
using Nuke.Common.IO;
using Nuke.Common.Injection;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    /// <summary>What was wrong with the parameters that decide how the build starts; told once the build runs.</summary>
    internal static UsageException? StartFault { get; private set; }

#pragma warning disable CA1810 // Initialize reference type static fields inline: one depends on the other, in this order.
    static NukeBuild()
#pragma warning restore CA1810
    {
        RootDirectory = FindRoot();
        TemporaryDirectory = RootDirectory / ".nuke" / "temp";
        if (StartFault is null)
            Directory.CreateDirectory(TemporaryDirectory);
        ParameterValues.Current.ReadSurrogate(TemporaryDirectory / "resharper-surrogate.log");
        BuildAssemblyFile = Assembly.GetEntryAssembly()?.Location is { Length: > 0 } file ? AbsolutePath.Create(file) : null;
        BuildProjectFile = BuildAssemblyDirectory is null ? null : FindProject(BuildAssemblyDirectory);
        Verbosity = Parameter<Verbosity?>(nameof(Verbosity)) ?? Verbosity.Normal;
        LoadedLocalProfiles = Parameter<string[]>(nameof(LoadedLocalProfiles)) ?? [];
        Guard(() => ParameterValues.Current.UseFiles(RootDirectory, LoadedLocalProfiles));
        Verbosity = Parameter<Verbosity?>(nameof(Verbosity)) ?? Verbosity;
        Host = Parameter<Host>(nameof(Host)) ?? Host.Detect(Environment.GetEnvironmentVariable);
    }

    [Parameter("Root directory during build execution.", Name = "Root")]
    public static AbsolutePath RootDirectory { get; }

    public static AbsolutePath TemporaryDirectory { get; }

    public static AbsolutePath? BuildAssemblyFile { get; }

    public static AbsolutePath? BuildAssemblyDirectory => BuildAssemblyFile?.Parent;

    public static AbsolutePath? BuildProjectFile { get; }

    public static AbsolutePath? BuildProjectDirectory => BuildProjectFile?.Parent;

    [Parameter("Logging verbosity during build execution. Default is 'Normal'.")]
    public static Verbosity Verbosity
    {
        get => BuildLog.Verbosity;
        set => BuildLog.Verbosity = value;
    }

    [Parameter("Host for execution. Default is 'automatic'.")]
    public static Host Host { get; set; }

    [Parameter("Defines the profiles to load.", Name = "Profile")]
    public static string[] LoadedLocalProfiles { get; }

    public static bool IsLocalBuild => !IsServerBuild;

    public static bool IsServerBuild => Host is IBuildServer;

    private static AbsolutePath FindRoot()
    {
        if (ParameterValues.Current.CommandLine.Values("Root") is { Count: 0 })
            return Environment.CurrentDirectory;
        if (Parameter<AbsolutePath>(nameof(RootDirectory)) is { } root)
            return root;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        for (var directory = new DirectoryInfo(Environment.CurrentDirectory); directory is not null; directory = directory.Parent)
        {
            if (Path.Exists(Path.Combine(directory.FullName, ".nuke")) && directory.FullName != home)
                return directory.FullName;
        }

        StartFault = new UsageException(
            $"Could not locate '.nuke' directory/file while walking up from '{Environment.CurrentDirectory}'.\n" +
            "Either create a directory/file to mark the root directory, or add '--root [path]' to the invocation.");
        return Environment.CurrentDirectory;
    }

    private static AbsolutePath? FindProject(AbsolutePath start)
    {
        for (AbsolutePath? directory = start; directory is not null; directory = directory.Parent)
        {
            if (Directory.GetFiles(directory, "*.csproj") is [var project])
                return project;
        }

        return null;
    }

    private static T? Parameter<T>(string member)
    {
        T? value = default;
        Guard(() => value = (T?)ParameterValues.Current.Get(new ParameterMember(typeof(NukeBuild).GetProperty(member)!), typeof(T)));
        return value;
    }

    /// <summary>An exception from the static constructor would end the process with a stack trace.</summary>
    private static void Guard(Action read)
    {
        try
        {
            read();
        }
        catch (UsageException fault)
        {
            StartFault ??= fault;
        }
    }
}
