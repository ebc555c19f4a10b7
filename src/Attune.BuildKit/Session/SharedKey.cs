using System.Security.Cryptography;
using System.Text;

namespace Attune.BuildKit.Session;

/// <summary>
/// The keys that make a second build send only what changed. An engine keeps a copy of a directory under its name in the session and the
/// session's shared key, compares it with what is offered, and makes it equal to what is sent.
/// </summary>
public static class SharedKey
{
    /// <summary>A key that is the same in every process.</summary>
    /// <param name="machine">What tells this machine from others that use the engine, such as the content of <c>/etc/machine-id</c>.</param>
    /// <param name="contextPath">The context's absolute path.</param>
    /// <param name="parts">Whatever else tells solves apart that copy different paths: Dockerfile, target.</param>
    public static string Of(string machine, string contextPath, params IEnumerable<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts.Prepend(Path.TrimEndingDirectorySeparator(contextPath)).Prepend(machine))
            text.Append(part.Length).Append(':').Append(part);
        return "attune-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }
}
