namespace Nuke.Common.Injection;

/// <summary><c>[Target …] [--option [value …]] …</c>; a value cannot start with a dash.</summary>
internal sealed class CommandLine
{
    private readonly List<(string Name, List<string> Values)> options = [];
    private readonly List<string> positionals = [];

    public CommandLine(IEnumerable<string> arguments)
    {
        var values = positionals;
        foreach (var argument in arguments)
        {
            if (argument.StartsWith('-'))
                options.Add((argument, values = []));
            else
                values.Add(argument);
        }
    }

    public IReadOnlyList<string> Positionals => positionals;

    public IEnumerable<string> Options => options.Select(option => option.Name);

    /// <summary>What follows the option where it is given last; null if it is not given.</summary>
    public IReadOnlyList<string>? Values(string name) => options.FindLast(option => OptionNames.Same(option.Name, name)).Values;

    /// <summary>What follows the option wherever it is given; null if it is not given.</summary>
    public IReadOnlyList<string>? AllValues(string name) =>
        Values(name) is null ? null : [.. options.Where(option => OptionNames.Same(option.Name, name)).SelectMany(option => option.Values)];
}
