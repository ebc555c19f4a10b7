using Attune.Source;

namespace Attune.Compose.Loading;

/// <summary>The project's name: lower-case letters, digits, <c>-</c> and <c>_</c>, starting with a letter or digit.</summary>
internal static class ProjectName
{
    /// <summary>Drops what a name can't hold.</summary>
    public static string Normalize(string name) =>
        string.Concat(name.ToLowerInvariant().Where(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_')).TrimStart('-', '_');

    /// <summary>A name that was given for the whole project must be right as it is; null when none was given.</summary>
    public static string? Given(ComposeRequest request, IReadOnlyDictionary<string, string> environment)
    {
        var name = string.IsNullOrEmpty(request.ProjectName) ? environment.GetValueOrDefault("COMPOSE_PROJECT_NAME") : request.ProjectName;
        if (string.IsNullOrEmpty(name))
            return null;
        return Normalize(name) == name
            ? name
            : throw new UserErrorException(
                $"'{name}' is no project name",
                "It may hold lower-case letters, digits, hyphens and underscores, and starts with a letter or digit.",
                FaultKind.Usage);
    }
}
