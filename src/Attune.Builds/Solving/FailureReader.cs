using Attune.BuildKit;
using Attune.Builds.Events;
using Attune.Builds.Recording;
using Attune.Projects;
using Attune.Source;

namespace Attune.Builds.Solving;

/// <summary>Says why a solve failed, with all that is known about where.</summary>
internal static class FailureReader
{
    private const int ShownLines = 20;

    public static BuildFailure Read(BuildKitException error, ServicePlan service, ServiceRecord record)
    {
        var step = record.FailedStep();
        var name = step is null ? null : StepName.TryParse(step.Name);
        SourceLocation? location = error.Kind == BuildKitErrorKind.BuildFailed
            ? StepLocator.Locate(service.Document, error.SourceRange) ?? StepLocator.Locate(service.Resolved, name)
            : null;
        var log = step is null ? [] : record.LastLinesOf(step);
        return new(error.Message, step?.Name, location, [.. log.TakeLast(ShownLines)]) { Log = log };
    }
}
