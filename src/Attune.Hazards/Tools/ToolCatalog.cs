using System.Collections.Immutable;
using Attune.Hazards.Tools.Known;

namespace Attune.Hazards.Tools;

/// <summary>The tools that are known.</summary>
internal static class ToolCatalog
{
    public static ImmutableArray<Tool> Tools { get; } =
    [
        Cargo.Tool, Rustup.Tool, Sccache.Tool,
        Apt.Tool, Apk.Tool, Dnf.Tool, Zypper.Tool,
        Pip.Tool, Uv.Tool, Poetry.Tool,
        Npm.Tool, Pnpm.Tool, Yarn.Tool, Bun.Tool,
        Go.Tool, Maven.Tool, Gradle.Tool, NuGet.Tool, Composer.Tool, Bundler.Tool, Ccache.Tool, Bazel.Tool,
    ];
}
