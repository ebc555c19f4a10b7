using Attune.Source;

namespace Attune.Compose;

/// <summary>Something odd that doesn't stop the build, such as a variable that isn't set.</summary>
/// <param name="Message">What was seen, one sentence.</param>
/// <param name="Location">Where, or null when it isn't about a place in a file.</param>
public sealed record ComposeWarning(string Message, SourceLocation? Location);
