namespace Attune.BuildKit.Session;

/// <summary>Whether a transfer goes on.</summary>
public enum TransferState
{
    /// <summary>More may come.</summary>
    Running,

    /// <summary>It has ended, well or not; its last report.</summary>
    Ended,
}

/// <summary>How much of a directory was sent.</summary>
/// <param name="FilesListed">Files, directories and links offered to the engine.</param>
/// <param name="FilesSent">Files whose content it asked for: those that changed.</param>
/// <param name="BytesSent">Bytes of that content.</param>
public readonly record struct TransferCount(long FilesListed, long FilesSent, long BytesSent);

/// <summary>How far one sync of a directory is. A build may sync a directory more than once: first its .dockerignore alone.</summary>
/// <param name="Transfer">A number that tells the session's transfers apart, from 1.</param>
/// <param name="Directory">The directory's name in the session, such as <c>context</c>.</param>
/// <param name="Count">How much so far.</param>
/// <param name="State">Whether it goes on.</param>
public sealed record TransferProgress(int Transfer, string Directory, TransferCount Count, TransferState State);
