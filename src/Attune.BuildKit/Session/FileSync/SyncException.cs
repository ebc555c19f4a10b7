namespace Attune.BuildKit.Session.FileSync;

/// <summary>A directory can't be sent; the message goes to the engine and comes back as the build's error.</summary>
internal sealed class SyncException(string message, Exception? innerException = null) : Exception(message, innerException);
