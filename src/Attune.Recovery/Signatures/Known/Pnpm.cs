namespace Attune.Recovery.Signatures.Known;

/// <summary>pnpm copies and links from its store.</summary>
internal static class Pnpm
{
    public static ToolSignatures Tool { get; } = new("pnpm")
    {
        Places = ["/pnpm/store", "/.pnpm-store"],
        Signatures =
        [
            new(@"(ERR_PNPM_(ENOENT|EEXIST|ENOTEMPTY)|pnpm: (ENOENT|EEXIST|ENOTEMPTY)|(ENOENT|EEXIST|ENOTEMPTY): )[^']{0,200}'(?<path>/[^'\n]*(pnpm/store|\.pnpm-store)/[^'\n]+)'",
                "https://github.com/pnpm/pnpm/issues/4919"),
        ],
        Sweep = "",
    };
}
