using System.Text;
using Nuke.Common.Execution;
using Nuke.Common.Injection;

namespace Nuke.Common.Display;

/// <summary>What <c>--help</c> prints.</summary>
internal static class HelpText
{
    private const int MaximumWidth = 90;

    public static int Write(NukeBuild build, IReadOnlyList<ParameterMember> parameters)
    {
        Host.Debug(Targets(build.ExecutableTargets));
        Host.Debug(Parameters(build.ExecutableTargets, parameters, ConsoleWidth()));
        return 0;
    }

    public static string Targets(IReadOnlyList<ExecutableTarget> targets)
    {
        var text = new StringBuilder().AppendLine("Targets (with their direct dependencies):").AppendLine();
        var width = Math.Max(targets.Max(target => target.Name.Length), 20);
        foreach (var target in targets.Where(target => target.Listed))
        {
            var name = target.Name + (target.IsDefault ? " (default)" : "");
            text.Append("  ").Append(name.PadRight(width));
            if (target.ExecutionDependencies.Count > 0)
                text.Append(" -> ").AppendJoin(", ", target.ExecutionDependencies.Select(dependency => dependency.Name));
            text.AppendLine();
            if (!string.IsNullOrWhiteSpace(target.Description))
                text.Append("    ").AppendLine(target.Description);
        }

        return text.ToString();
    }

    public static string Parameters(IReadOnlyList<ExecutableTarget> targets, IReadOnlyList<ParameterMember> parameters, int consoleWidth)
    {
        var defaults = string.Join(", ", targets.Where(target => target.IsDefault).Select(target => target.Name));
        var listed = parameters.Where(parameter => parameter.Attribute.List).ToList();
        var width = Math.Max(listed.Max(parameter => parameter.DashedName.Length), 16);
        var own = listed.FindAll(parameter => !parameter.IsBuiltIn);
        var text = new StringBuilder().AppendLine("Parameters:");
        if (own.Count > 0)
            text.AppendLine();
        own.ForEach(Append);
        text.AppendLine();
        listed.FindAll(parameter => parameter.IsBuiltIn).ForEach(Append);
        return text.ToString();

        void Append(ParameterMember parameter)
        {
            var description = parameter.Description?.Replace("{default_target}", defaults.Length > 0 ? defaults : "<none>", StringComparison.Ordinal);
            var lines = Wrap(description is null ? "<no description>" : description + ".", width + 6, consoleWidth);
            text.Append("  --").Append(parameter.DashedName.PadRight(width)).Append("  ").AppendLine(lines[0]);
            foreach (var line in lines.Skip(1))
                text.Append(' ', width + 6).AppendLine(line);
        }
    }

    /// <summary>Every word brings its leading blank.</summary>
    private static List<string> Wrap(string text, int indent, int consoleWidth)
    {
        List<string> lines = [""];
        foreach (var word in text.Split(' '))
        {
            var width = indent + lines[^1].Length + word.Length;
            if (width >= consoleWidth || width > MaximumWidth)
                lines.Add("");
            lines[^1] += " " + word;
        }

        return lines;
    }

    private static int ConsoleWidth()
    {
        const int unknown = 80;
        return Console.IsOutputRedirected || Console.BufferWidth <= 0 ? unknown : Console.BufferWidth;
    }
}
