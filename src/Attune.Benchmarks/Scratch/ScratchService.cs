using Attune.Projects;

namespace Attune.Benchmarks.Scratch;

/// <summary>A service of a <see cref="ScratchProject"/>.</summary>
/// <param name="Plan">The service that it is a copy of.</param>
/// <param name="Image">The name of its image.</param>
/// <param name="Context">Its context's folder.</param>
/// <param name="Dockerfile">Its Dockerfile in there.</param>
internal sealed record ScratchService(ServicePlan Plan, string Image, string Context, string Dockerfile);
