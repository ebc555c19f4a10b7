using Attune.Source;

namespace Attune.Engines.Embedded;

/// <summary>Lets one process at a time start or stop an engine. The operating system lets go of it when its holder dies.</summary>
internal static class EngineLock
{
    private static readonly TimeSpan _longestWait = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until no other process holds the lock.</summary>
    /// <exception cref="UserErrorException">Another process holds it too long.</exception>
    public static async Task<IDisposable> AcquireAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (e is not DirectoryNotFoundException)
            {
                if (time.GetElapsedTime(start) > _longestWait)
                    throw new UserErrorException("Another process has been starting or stopping the embedded engine for ten minutes", $"Who holds {path}?", inner: e);
            }

            await Task.Delay(_pause, time, cancellationToken);
        }
    }
}
