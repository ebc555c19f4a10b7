using Nuke.Common.IO;

namespace Nuke.Common.Injection;

/// <summary>Where the values of parameters come from: command line, environment, parameter files.</summary>
internal sealed class ParameterValues(CommandLine commandLine, EnvironmentNames environment, string workingDirectory)
{
    private ParameterFiles? files;

    public static ParameterValues Current { get; set; } = new(
        new CommandLine(Environment.GetCommandLineArgs().Skip(1)),
        new EnvironmentNames(Environment.GetEnvironmentVariables()),
        Environment.CurrentDirectory);

    public CommandLine CommandLine { get; private set; } = commandLine;

    /// <summary>What was wrong with the environment; logged once there is a log.</summary>
    public IList<string> Warnings { get; } = [];

    public void UseFiles(AbsolutePath root, IEnumerable<string> profiles) => files = new ParameterFiles(root, profiles);

    /// <summary>Rider hands over its arguments in a file less than a minute old.</summary>
    public void ReadSurrogate(AbsolutePath file)
    {
        if (!File.Exists(file))
            return;
        var age = DateTime.UtcNow - File.GetLastWriteTimeUtc(file);
        var arguments = File.ReadAllText(file);
        File.Delete(file);
        if (age < TimeSpan.FromMinutes(1))
            CommandLine = new CommandLine(ArgumentText.Split(arguments));
    }

    /// <exception cref="UsageException">A value can't be converted.</exception>
    public object? Get(ParameterMember parameter, Type? type = null)
    {
        var wanted = type ?? parameter.Type;
        var given = wanted.IsArray ? CommandLine.AllValues(parameter.Name) : CommandLine.Values(parameter.Name);
        if (given is null && parameter is { IsBuiltIn: true, Name: "Target" } && CommandLine.Positionals.Count > 0)
            given = CommandLine.Positionals;
        return given is not null
            ? Convert(given, $"Option '--{parameter.DashedName}'", workingDirectory)
            : FromEnvironment(parameter, wanted) ??
              (files?.Values(parameter.Name) is { } stored ? Convert(stored, $"Parameter '{parameter.Name}' in .nuke", files.Root) : null);

        object Convert(IReadOnlyList<string> values, string origin, string baseDirectory)
        {
            try
            {
                return ValueConverter.Convert(ValueConverter.Split(values, parameter.Separator), wanted, baseDirectory);
            }
            catch (FormatException fault)
            {
                throw new UsageException($"{origin} {fault.Message}");
            }
        }
    }

    private object? FromEnvironment(ParameterMember parameter, Type type)
    {
        if (environment.Find(parameter.Name, Warnings) is not var (name, value))
            return null;
        try
        {
            var values = type == typeof(bool) && value.Length == 0 ? ["false"] : ValueConverter.Split([value], parameter.Separator);
            return ValueConverter.Convert(values, type, workingDirectory);
        }
        catch (FormatException fault)
        {
            Warnings.Add($"Environment variable {name} is ignored: '--{parameter.DashedName}' {fault.Message}");
            return null;
        }
    }
}
