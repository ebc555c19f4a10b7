using Attune.BuildKit;
using Attune.Source;

namespace Attune.Workflow.Failures;

/// <summary>The one place where failures become exit codes and final messages.</summary>
internal static class ExitCodes
{
    public const int WorkFailed = 1;
    public const int UsedWrongly = 2;

    // 128 + SIGINT, as shells report a program ended by Ctrl-C.
    public const int Interrupted = 130;

    public static WorkflowFailedException Translate(Exception exception) => exception switch
    {
        WorkflowFailedException failed => failed,
        LocatedException located => new(located.Describe(), WorkFailed, located),
        UserErrorException error => new(
            error.Advice is null ? error.Message : $"{error.Message}\n  {error.Advice}",
            error.Kind == FaultKind.Usage ? UsedWrongly : WorkFailed, error),
        BuildKitException engine => new(engine.Message, WorkFailed, engine),
        OperationCanceledException canceled => new("Interrupted", Interrupted, canceled),
        _ => new($"Unexpected {exception.GetType().Name}: {exception.Message}\n  This is a fault of the build itself; please report it with .nuke/temp/build.log", WorkFailed, exception),
    };
}
