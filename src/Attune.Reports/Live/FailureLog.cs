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
    /// <param name="model">The build's state.</param>
    /// <param name="width">The cells that a source line may take.</param>
    public IReadOnlyList<StyledLine> Take(BuildModel model, int width)
    {
        var lines = new List<StyledLine>();
        foreach (var service in model.Services)
        {
            if (service.Result?.Failure is not { } failure || !_services.Add(service.Name))
                continue;
            if (_failures.Add(FailureReport.Key(failure)))
                lines.AddRange(FailureReport.Block([service.Name], failure, width));
            else
                lines.Add(new([new(service.Name, Tone.Strong), new(" failed", Tone.Bad), new(" by the same step as another service above")]));
        }

        return lines;
    }
}
