using System.Reflection;

namespace Nuke.Common.Display;

internal static class Banner
{
    private static readonly string[] Lines =
    [
        "███╗   ██╗██╗   ██╗██╗  ██╗███████╗",
        "████╗  ██║██║   ██║██║ ██╔╝██╔════╝",
        "██╔██╗ ██║██║   ██║█████╔╝ █████╗  ",
        "██║╚██╗██║██║   ██║██╔═██╗ ██╔══╝  ",
        "██║ ╚████║╚██████╔╝██║  ██╗███████╗",
        "╚═╝  ╚═══╝ ╚═════╝ ╚═╝  ╚═╝╚══════╝",
    ];

    public static void Write()
    {
        const char noBreakSpace = '\u00A0';
        var platform = OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "Osx" : "Linux";
        var version = typeof(Banner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        Host.Debug();
        foreach (var line in Lines)
            Host.Debug(line.Replace(' ', noBreakSpace));
        Host.Debug();
        Host.Information($"NUKE Execution Engine version {version} ({platform},.NETCoreApp,Version=v{Environment.Version.ToString(2)})");
        Host.Information();
    }
}
