namespace Attune.BuildKit;

/// <summary>Lines of a file that the frontend read (BuildKit's <c>pb.SourceInfo</c> and <c>pb.Range</c>).</summary>
/// <param name="FileName">The name that the frontend knows the file by, such as <c>Dockerfile</c>.</param>
/// <param name="StartLine">The first line, from 1.</param>
/// <param name="EndLine">The last line, from 1.</param>
public sealed record SourceRange(string FileName, int StartLine, int EndLine);
