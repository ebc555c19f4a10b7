using System.Text;
using Attune.BuildKit.Control;

namespace Attune.BuildKit.Tests.Engine;

/// <summary>Remembers a build's updates.</summary>
internal sealed class RecordedUpdates
{
    private readonly List<SolveUpdate> _updates = [];

    public IReadOnlyList<SolveUpdate> All
    {
        get
        {
            lock (_updates)
                return [.. _updates];
        }
    }

    /// <summary>Each vertex as it was last reported.</summary>
    public IReadOnlyList<VertexChanged> Vertices => [.. All.OfType<VertexChanged>().GroupBy(v => v.Digest).Select(g => g.Last())];

    public string Output => Encoding.UTF8.GetString([.. All.OfType<VertexLog>().SelectMany(l => l.Bytes.ToArray())]);

    public ValueTask Add(SolveUpdate update)
    {
        lock (_updates)
            _updates.Add(update);
        return ValueTask.CompletedTask;
    }

    /// <summary>Waits for output of a step.</summary>
    public async Task WaitForAsync(string text)
    {
        while (!Output.Contains(text, StringComparison.Ordinal))
            await Task.Delay(20);
    }
}
