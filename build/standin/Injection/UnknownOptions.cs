namespace Nuke.Common.Injection;

/// <summary>An option that nothing reads is a mistake worth telling; NUKE ignores it.</summary>
internal static class UnknownOptions
{
    private static readonly string[] Internal = ["generate-configuration", "strict"];

    public static void Reject(CommandLine commandLine, IReadOnlyList<ParameterMember> parameters)
    {
        string[] names = [.. parameters.Select(parameter => parameter.DashedName)];
        foreach (var option in commandLine.Options)
        {
            if (parameters.Any(parameter => OptionNames.Same(parameter.Name, option)) || Internal.Any(name => OptionNames.Same(name, option)))
                continue;
            var nearest = OptionNames.Nearest(option.TrimStart('-').ToLowerInvariant(), names);
            var listed = parameters.Where(parameter => parameter.Attribute.List).Select(parameter => "  --" + parameter.DashedName);
            throw new UsageException(
                $"Unknown option '{option}'.{(nearest is null ? "" : $" Did you mean '--{nearest}'?")} Allowed options are:\n{string.Join('\n', listed)}");
        }
    }
}
