using System.Text.RegularExpressions;

namespace Attune.Workflow.Ci;

/// <summary>The step of a GitHub workflow that keeps files between runs, as NUKE writes it.</summary>
public static partial class CacheStep
{
    /// <summary>
    /// Lets a run whose lock files nobody has built yet begin with the newest files of another one, for which NUKE has no option
    /// (https://github.com/actions/cache: restore-keys). A step that says so already stays as it is.
    /// </summary>
    /// <param name="workflow">The workflow's text.</param>
    public static string AddRestoreKeys(string workflow) => Key().Replace(workflow, "$0${end}${blank}restore-keys: ${prefix}");

    [GeneratedRegex(@"^(?<blank> +)key: (?<prefix>.*?)\$\{\{ hashFiles\([^\r\n]*?\) \}\}(?=(?<end>\r?\n)(?! +restore-keys:))", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Key();
}
