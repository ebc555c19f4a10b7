using System.Globalization;
using Attune.Engines.Finding;
using Attune.Source;

namespace Attune.Workflow.Benchmarking;

/// <summary>A machine in a few words, as far as Linux says.</summary>
internal static class MachineDescription
{
    private const double KibPerGib = 1024 * 1024;

    public static string Of(EngineInfo engine, ISourceFiles files)
    {
        var processor = Field(files, "/proc/cpuinfo", "model name", ':');
        var memory = Field(files, "/proc/meminfo", "MemTotal", ':')?.Split(' ')[0];
        var system = Field(files, "/etc/os-release", "PRETTY_NAME", '=')?.Trim('"');
        IEnumerable<string?> parts =
        [
            string.Create(CultureInfo.InvariantCulture, $"{engine.Cpus} cores"),
            processor,
            double.TryParse(memory, CultureInfo.InvariantCulture, out var kib) ? string.Create(CultureInfo.InvariantCulture, $"{kib / KibPerGib:0.#} GiB") : null,
            system,
        ];
        return string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private static string? Field(ISourceFiles files, string path, string name, char separator)
    {
        if (!files.FileExists(path))
            return null;
        var line = files.ReadText(path).Split('\n').FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
        return line?.Split(separator, 2) is [_, var value] ? value.Trim() : null;
    }
}
