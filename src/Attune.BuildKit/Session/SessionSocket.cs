namespace Attune.BuildKit.Session;

/// <summary>
/// Serves what a step sends to a socket of <c>RUN --mount=type=ssh</c>. One call for each connection that the step opens; when it ends, the
/// step's side is closed.
/// </summary>
/// <param name="stream">What the step sends and gets; read and written asynchronously only.</param>
/// <param name="cancellationToken">The step has ended, or the engine is gone.</param>
public delegate Task SessionSocket(Stream stream, CancellationToken cancellationToken);
