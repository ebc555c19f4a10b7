using Attune.Reports.Model;
using Attune.Reports.Results;
using Attune.Reports.Text;
using Attune.Source;

namespace Attune.Reports.Live;

/// <summary>Which failures were shown: each one once, as soon as it is known.</summary>
internal sealed class FailureLog
{
    private readonly HashSet<string> _services = [];
    private readonly HashSet<(string Message, string? Step, SourceLocation? Location)> _failures = [];

    /// <summary>The blocks of failures that are new; a service that fails like another one gets a line.</summary>
    public IReadOnlyList<StyledLine> Take(BuildModel model)
    {
        var lines = new List<StyledLine>();
        foreach (var service in model.Services)
        {
            if (service.Result?.Failure is not { } failure || !_services.Add(service.Name))
                continue;
            if (_failures.Add(FailureReport.Key(failure)))
                lines.AddRange(FailureReport.Block([service.Name], failure));
            else
                lines.Add(new([new("failed: ", Tone.Bad), new(service.Name, Tone.Strong), new(", by the same step as above")]));
        }

        return lines;
    }
}
