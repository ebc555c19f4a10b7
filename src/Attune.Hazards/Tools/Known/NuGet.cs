namespace Attune.Hazards.Tools.Known;

/// <summary>NuGet: its lock files are in the temporary directory, outside the packages.</summary>
internal static class NuGet
{
    public static Tool Tool { get; } = new("nuget")
    {
        Commands = ["dotnet", "nuget", "msbuild"],
        Purges = ["dotnet nuget locals", "nuget locals"],
        Directories =
        [
            new("packages", Safety.Unsafe, "has its lock files in /tmp/NuGetScratch, outside this mount")
            {
                Paths = ["~/.nuget/packages", "~/.nuget"],
                Variables = ["NUGET_PACKAGES"],
                UnwrittenWith = ["--no-restore", "--no-build"],
                Sources =
                [
                    "https://github.com/NuGet/Home/issues/14089",
                    "https://github.com/NuGet/NuGet.Client/blob/dev/src/NuGet.Core/NuGet.Common/ConcurrencyUtilities.cs",
                ],
            },
            new("HTTP cache", Safety.Unsafe, "has its lock files in /tmp/NuGetScratch, outside this mount")
            {
                Paths = ["~/.local/share/NuGet", "~/.local/share/NuGet/v3-cache", "~/.local/share/NuGet/http-cache"],
                Variables = ["NUGET_HTTP_CACHE_PATH"],
                UnwrittenWith = ["--no-restore", "--no-build"],
                Sources =
                [
                    "https://github.com/StuDevLabs/AotAnywhere/pull/44",
                    "https://github.com/NuGet/NuGet.Client/blob/dev/src/NuGet.Core/NuGet.Common/ConcurrencyUtilities.cs",
                ],
            },
        ],
    };
}
