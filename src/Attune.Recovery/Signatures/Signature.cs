namespace Attune.Recovery.Signatures;

/// <summary>What a tool says when its cache is damaged.</summary>
/// <param name="Pattern">
/// A regular expression for the log. Its group <c>path</c>, if there is one, must lie inside a cache mount; <c>item</c> is an entry's name.
/// </param>
/// <param name="Source">A thread that shows the message.</param>
internal sealed record Signature(string Pattern, string Source);
