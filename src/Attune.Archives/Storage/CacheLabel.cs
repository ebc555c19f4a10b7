using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Attune.Caches.Mounts;

namespace Attune.Archives.Storage;

/// <summary>What an engine finds a cache by: two of one label are one cache, whichever engine they are on.</summary>
/// <param name="EngineId">Namespace, slash, id.</param>
/// <param name="Fork">What else selects its directory.</param>
public sealed record CacheLabel(string EngineId, CacheFork Fork)
{
    private const int ReadableLength = 40;
    private const int HashLength = 8;

    /// <summary>The label of a project's cache.</summary>
    public static CacheLabel Of(ProjectCache cache) => new(cache.EngineId, cache.Fork);

    /// <summary>A name for a file, readable and its own.</summary>
    [JsonIgnore]
    public string FileName
    {
        get
        {
            var readable = string.Concat(EngineId.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')).Trim('-', '.');
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{EngineId}\n{Fork}")));
            return $"{(readable.Length > ReadableLength ? readable[^ReadableLength..] : readable)}-{hash[..HashLength]}";
        }
    }

    /// <summary>The id, with what forks it.</summary>
    public override string ToString() => Fork.IsPlain ? EngineId : $"{EngineId} ({Fork})";
}
