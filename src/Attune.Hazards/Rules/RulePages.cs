namespace Attune.Hazards.Rules;

/// <summary>The pages under <c>docs/rules</c>, which are embedded.</summary>
internal static class RulePages
{
    public static string Read(string id)
    {
        using var stream = typeof(RulePages).Assembly.GetManifestResourceStream($"rules/{id}.md")
            ?? throw new InvalidOperationException($"docs/rules/{id}.md is not part of the program");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
