using System.Text.Json;

using Attune.Builds.Events;

namespace Attune.Reports.Json;

/// <summary>
/// The fields of the JSON lines. They are stable: fields may be added, none is renamed, removed or given another type.
/// <list type="bullet">
/// <item>Every event: <c>time</c> (ISO 8601, UTC), <c>event</c> (its kind, as below).</item>
/// <item><c>buildStarted</c>: <c>services</c> (names in compose order), <c>maxParallel</c>.</item>
/// <item><c>serviceStarted</c>: <c>service</c>.</item>
/// <item><c>step</c>: <c>service</c>, <c>step</c> (id), <c>name</c>, <c>internal</c>, <c>state</c> (<c>waiting running cached done failed
/// cancelled</c>), and where known <c>started</c>, <c>completed</c> (by the engine's clock), <c>error</c>.</item>
/// <item><c>output</c>: <c>service</c>, <c>step</c>, <c>stream</c> (<c>out error</c>), <c>text</c> (as it came: several lines or part of one).</item>
/// <item><c>progress</c>: <c>service</c>, <c>step</c>, <c>item</c>, <c>current</c>, <c>total</c> (0: unknown), <c>completed</c>.</item>
/// <item><c>transfer</c>: <c>services</c>, <c>directory</c>, <c>filesListed</c>, <c>filesSent</c>, <c>bytesSent</c>, <c>completed</c>.</item>
/// <item><c>warning</c>: <c>service</c>, <c>message</c>, <c>location</c> or null, <c>url</c> or null.</item>
/// <item><c>lockWait</c>: <c>service</c>, <c>step</c>, <c>cache</c> (the id of the cache mount that the step waits for), <c>holder</c> (the service that
/// has it; null while it changes hands), <c>since</c>. Inferred: the engine says <c>running</c> of such a step.</item>
/// <item><c>lockWaitEnded</c>: <c>service</c>, <c>step</c>, <c>waited</c> (seconds).</item>
/// <item><c>serviceFinished</c>: the fields of a result.</item>
/// <item><c>buildFinished</c>: <c>success</c>, <c>seconds</c>, <c>results</c> (a result for each service, in compose order).</item>
/// <item>A result: <c>service</c>, <c>outcome</c> (<c>built cached failed cancelled notRun</c>), <c>seconds</c>, <c>cachedSteps</c>,
/// <c>executedSteps</c>, <c>waited</c> (seconds that its steps waited for locked caches; left out for none), <c>image</c> (<c>id</c>, <c>size</c> in bytes or null, <c>tags</c>) or null, <c>failure</c> (<c>message</c>,
/// <c>step</c> or null, <c>location</c> or null, <c>lastLines</c>) or null.</item>
/// <item>A result of a service that a damaged cache made fail has <c>recovery</c>: <c>cause</c>, <c>retries</c>, <c>removed</c> (entries).</item>
/// <item><c>serviceRecovering</c>: <c>service</c>, <c>cause</c>.</item>
/// <item>A cause: <c>kind</c> (<c>race interruption</c>), <c>tool</c>, <c>cache</c> (where it is mounted), <c>symptom</c>, <c>source</c> (a page),
/// <c>rules</c> (codes), <c>location</c>.</item>
/// <item>A location: <c>path</c>, <c>line</c>, <c>column</c>, <c>endLine</c>, <c>endColumn</c> (from 1; the end is exclusive).</item>
/// </list>
/// </summary>
internal static class JsonEvents
{
    public static void Write(Utf8JsonWriter json, BuildEvent buildEvent)
    {
        json.WriteStartObject();
        json.WriteString("time", buildEvent.At.UtcDateTime);
        json.WriteString("event", Kind(buildEvent));
        WriteFields(json, buildEvent);
        json.WriteEndObject();
    }

    private static string Kind(BuildEvent buildEvent) => buildEvent switch
    {
        StepChanged => "step",
        StepOutput => "output",
        StepProgressed => "progress",
        LockWaitChanged => "lockWait",
        ContextTransferred => "transfer",
        WarningRaised => "warning",
        _ => JsonNamingPolicy.CamelCase.ConvertName(buildEvent.GetType().Name),
    };

    private static void WriteFields(Utf8JsonWriter json, BuildEvent buildEvent)
    {
        switch (buildEvent)
        {
            case BuildStarted e:
                json.WriteNames("services", e.Services);
                json.WriteNumber("maxParallel", e.MaxParallel);
                break;
            case ServiceStarted e:
                json.WriteString("service", e.Service);
                if (e.Engine is { } engine)
                    json.WriteString("engine", engine);
                break;
            case StepChanged e:
                WriteStep(json, e);
                break;
            case StepOutput e:
                WriteOwner(json, e.Service, e.StepId);
                json.WriteString("stream", e.Stream == OutputStream.Error ? "error" : "out");
                json.WriteString("text", e.Text);
                break;
            case StepProgressed e:
                WriteProgress(json, e);
                break;
            case ContextTransferred e:
                WriteTransfer(json, e);
                break;
            case WarningRaised e:
                json.WriteString("service", e.Service);
                json.WriteString("message", e.Message);
                json.WriteLocation("location", e.Location);
                json.WriteString("url", e.Url);
                break;
            case ServiceRecovering e:
                json.WriteString("service", e.Service);
                JsonRecoveries.WriteCause(json, e.Cause);
                break;
            case LockWaitChanged e:
                WriteOwner(json, e.Service, e.StepId);
                json.WriteString("cache", e.Wait.Cache);
                json.WriteString("holder", e.Wait.Holder);
                json.WriteString("since", e.Wait.Since.UtcDateTime);
                break;
            case LockWaitEnded e:
                WriteOwner(json, e.Service, e.StepId);
                json.WriteNumber("waited", Math.Round(e.Waited.TotalSeconds, 3));
                break;
            case ServiceFinished e:
                JsonResults.WriteFields(json, e.Result);
                break;
            case BuildFinished e:
                JsonResults.WriteFields(json, e.Result);
                break;
            default:
                break;
        }
    }

    private static void WriteOwner(Utf8JsonWriter json, string service, string step)
    {
        json.WriteString("service", service);
        json.WriteString("step", step);
    }

    private static void WriteStep(Utf8JsonWriter json, StepChanged changed)
    {
        var step = changed.Step;
        WriteOwner(json, changed.Service, step.Id);
        json.WriteString("name", step.Name);
        json.WriteBoolean("internal", step.IsInternal);
        json.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(step.State.ToString()));
        if (step.Started is { } started)
            json.WriteString("started", started.UtcDateTime);
        if (step.Completed is { } completed)
            json.WriteString("completed", completed.UtcDateTime);
        if (step.Error is { } error)
            json.WriteString("error", error);
    }

    private static void WriteProgress(Utf8JsonWriter json, StepProgressed progress)
    {
        WriteOwner(json, progress.Service, progress.StepId);
        json.WriteString("item", progress.Item);
        json.WriteNumber("current", progress.Current);
        json.WriteNumber("total", progress.Total);
        json.WriteBoolean("completed", progress.Completion == Completion.Completed);
    }

    private static void WriteTransfer(Utf8JsonWriter json, ContextTransferred transfer)
    {
        json.WriteNames("services", transfer.Services);
        json.WriteString("directory", transfer.Directory);
        json.WriteNumber("filesListed", transfer.Count.FilesListed);
        json.WriteNumber("filesSent", transfer.Count.FilesSent);
        json.WriteNumber("bytesSent", transfer.Count.BytesSent);
        json.WriteBoolean("completed", transfer.Completion == Completion.Completed);
    }
}
