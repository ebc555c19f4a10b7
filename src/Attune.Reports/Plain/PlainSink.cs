using Attune.Builds.Events;
using Attune.Reports.Model;
using Attune.Reports.Progress;
using Attune.Reports.Results;
using Attune.Reports.Text;

namespace Attune.Reports.Plain;

/// <summary>For pipes and CI: one line for each thing that happens, marked with the time since the start and the service.</summary>
internal sealed class PlainSink(TextWriter writer, TerminalPolicy policy) : IBuildSink
{
    private readonly PlainLines _lines = new(writer);
    private readonly PlainSteps _steps = new();
    private readonly GitHubCommands? _gitHub = policy.Host == CiHost.GitHubActions ? new(writer) : null;
    private BuildModel _model = BuildModel.Empty;

    /// <inheritdoc/>
    public void Publish(BuildEvent buildEvent)
    {
        var before = _model;
        _model = before.Apply(buildEvent);
        switch (buildEvent)
        {
            case BuildStarted e:
                Start(e);
                break;
            case ServiceStarted e:
                _lines.Write(e.At, e.Service, PlainText.Started(e));
                break;
            case StepChanged e:
                WriteAll(e.At, e.Service, _steps.Change(e, _model));
                break;
            case StepOutput e:
                WriteAll(e.At, e.Service, _steps.Output(e, _model));
                break;
            case ContextTransferred { Completion: Completion.Completed, Services.Count: > 0 } e:
                _lines.Write(e.At, e.Services[0], PlainText.Transfer(e));
                break;
            case WarningRaised e when _model.Warnings.Length > before.Warnings.Length:
                _lines.Write(e.At, e.Service, WarningReport.Describe(e));
                _gitHub?.Warning(e);
                break;
            case LockWaitChanged { Wait.Holder: { } holder } e:
                _lines.Write(e.At, e.Service, $"waits for {TerminalText.Clean(e.Wait.Cache)}, held by {TerminalText.Clean(holder)} ({Durations.Format(e.At - e.Wait.Since)})");
                break;
            case LockWaitEnded { Waited: var waited } e when waited >= PlainText.NoticeableWait:
                _lines.Write(e.At, e.Service, $"waited {Durations.Format(waited)} for its cache mounts");
                break;
            case ServiceRecovering e:
                _lines.Write(e.At, e.Service, RecoveryReport.Announce(e));
                _gitHub?.Recovery(e);
                break;
            case ServiceFinished e:
                WriteAll(e.At, e.Result.Service, _steps.Flush(_model[e.Result.Service]));
                _lines.Write(e.At, e.Result.Service, PlainText.Result(e.Result));
                break;
            case BuildFinished e when before.Result is null:
                Finish(e.Result);
                break;
            default:
                break;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _gitHub?.EndGroup();
        await writer.FlushAsync();
    }

    private void Start(BuildStarted started)
    {
        _lines.Start(started);
        var title = PlainText.Title(started);
        if (_gitHub is null)
            writer.WriteLine(title);
        else
            _gitHub.StartGroup(title);
    }

    private void WriteAll(DateTimeOffset at, string service, IEnumerable<string> texts)
    {
        foreach (var text in texts)
            _lines.Write(at, service, text);
    }

    // What a reader wants first stands last, outside of the group that GitHub folds.
    private void Finish(BuildResult result)
    {
        _gitHub?.EndGroup();
        writer.WriteLine();
        FailureReport.Render(result, int.MaxValue).WriteTo(writer, policy.Colors);
        RecoveryReport.Render(result).WriteTo(writer, policy.Colors);
        foreach (var failed in result.Services.Where(s => s.Failure is not null))
            _gitHub?.Error(failed.Service, failed.Failure!);
        ResultTable.Render(result, int.MaxValue).WriteTo(writer, policy.Colors);
        writer.Flush();
    }
}
