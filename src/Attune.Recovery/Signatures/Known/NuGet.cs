namespace Attune.Recovery.Signatures.Known;

/// <summary>NuGet locks packages in the container's own <c>/tmp</c>; <c>.nupkg.metadata</c> comes last.</summary>
internal static class NuGet
{
    public static ToolSignatures Tool { get; } = new("NuGet")
    {
        Places = ["/.nuget/packages", "/.nuget"],
        Signatures =
        [
            new(@"error\s*(NU\d+)?\s*: (Could not find (file|a part of the path)|The process cannot access the file|The file) '(?<path>/[^'\n]*\.nuget/packages/[^'\n]+)'",
                "https://github.com/NuGet/Home/issues/14089"),
            new(@"Directory not empty : '(?<path>/[^'\n]*\.nuget/packages/[^'\n]+)'", "https://github.com/StuDevLabs/AotAnywhere/pull/44"),
        ],
        Cleanup = """
            for version in "$cache"/*/*/ "$cache"/packages/*/*/; do
                if ls "$version"*.nuspec > /dev/null 2>&1 && ! [ -s "$version.nupkg.metadata" ]; then rm -rf "$version" && echo "removed ${version%/}"; fi
            done
            """,
    };
}
