using System.Text;
using Attune.Builds.Events;

namespace Attune.Testing;

/// <summary>What the steps of a build print, as one text.</summary>
public sealed class StepOutputText : IBuildSink
{
    private readonly StringBuilder _text = new();

    public string Text => _text.ToString();

    public void Publish(BuildEvent buildEvent)
    {
        if (buildEvent is StepOutput output)
            _text.Append(output.Text);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
