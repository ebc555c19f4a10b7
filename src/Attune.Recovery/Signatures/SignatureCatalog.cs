using System.Collections.Immutable;
using Attune.Recovery.Signatures.Known;

namespace Attune.Recovery.Signatures;

/// <summary>The tools whose failures are known.</summary>
internal static class SignatureCatalog
{
    public static ImmutableArray<ToolSignatures> Tools { get; } =
        [Cargo.Tool, Apt.Tool, Npm.Tool, Yarn.Tool, Pnpm.Tool, Pip.Tool, Uv.Tool, Go.Tool, NuGet.Tool, Maven.Tool, Gradle.Tool];
}
