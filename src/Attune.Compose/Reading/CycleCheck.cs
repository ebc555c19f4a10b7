using Attune.Source;

namespace Attune.Compose.Reading;

/// <summary>Finds services that wait for each other: by <c>depends_on</c>, or by building from each other's images.</summary>
internal static class CycleCheck
{
    public static void Run(ComposeProject project)
    {
        var services = project.Services.ToDictionary(s => s.Name, StringComparer.Ordinal);
        Run(services, s => s.DependsOn.Select(d => d.Service), "depend on");
        Run(services, s => s.Build?.AdditionalContexts.Select(c => c.Service).OfType<string>() ?? [], "build from");
    }

    private static void Run(Dictionary<string, ComposeService> services, Func<ComposeService, IEnumerable<string>> next, string verb)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var service in services.Values)
        {
            // An explicit stack: a chain may be as long as there are services.
            var path = new List<string>();
            var pending = new Stack<IEnumerator<string>>();
            Enter(service);
            while (pending.Count > 0)
            {
                if (!pending.Peek().MoveNext())
                {
                    pending.Pop().Dispose();
                    done.Add(path[^1]);
                    path.RemoveAt(path.Count - 1);
                }
                else if (path.IndexOf(pending.Peek().Current) is >= 0 and var start)
                {
                    var circle = string.Join(" → ", path.Skip(start).Append(path[start]));
                    throw new LocatedException($"Services {verb} each other in a circle: {circle}", services[path[start]].Location);
                }
                else if (services.TryGetValue(pending.Peek().Current, out var child))
                {
                    Enter(child);
                }
            }

            void Enter(ComposeService entered)
            {
                if (done.Contains(entered.Name))
                    return;
                path.Add(entered.Name);
                pending.Push(next(entered).GetEnumerator());
            }
        }
    }
}
