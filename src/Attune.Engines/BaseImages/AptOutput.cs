namespace Attune.Engines.BaseImages;

/// <summary>Reads what apt-get prints.</summary>
internal static class AptOutput
{
    /// <summary>The packages of <c>--print-uris</c>: lines of <c>'URI' NAME_VERSION_ARCH.deb SIZE HASH</c>.</summary>
    public static IEnumerable<string> PackageNames(string output) =>
        from line in output.Split('\n')
        where line.StartsWith('\'')
        let words = line.Split(' ')
        where words.Length >= 3
        select words[1].Split('_')[0];

    /// <summary>The first error, without apt's mark; or all that was said.</summary>
    public static string FirstError(string errors)
    {
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var error = lines.FirstOrDefault(line => line.StartsWith("E: ", StringComparison.Ordinal));
        return error is null ? string.Join("; ", lines) : error[3..];
    }
}
