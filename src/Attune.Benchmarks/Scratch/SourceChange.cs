namespace Attune.Benchmarks.Scratch;

/// <summary>A change to a source file after which the built program differs.</summary>
/// <param name="File">The file, relative to the project's directory.</param>
/// <param name="Text">What stands in it once or more often; each change writes something new behind the first.</param>
public sealed record SourceChange(string File, string Text);
