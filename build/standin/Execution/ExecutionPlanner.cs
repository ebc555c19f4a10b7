using Nuke.Common.Injection;

namespace Nuke.Common.Execution;

/// <summary>Chooses and orders the targets to run.</summary>
internal static class ExecutionPlanner
{
    /// <param name="targets">All targets, in declaration order.</param>
    /// <param name="invoked">Names; null for the default targets.</param>
    /// <param name="strict">Whether to refuse an order that isn't fully determined.</param>
    public static IReadOnlyList<ExecutableTarget> Plan(IReadOnlyList<ExecutableTarget> targets, IEnumerable<string>? invoked, bool strict = false)
    {
        HashSet<ExecutableTarget> wanted = [.. invoked?.Select(name => Find(name, targets)) ?? targets.Where(target => target.IsDefault)];
        while (true)
        {
            var plan = Order(targets, wanted, strict);
            var triggered = plan.SelectMany(target => target.Triggers).Except(plan).ToList();
            if (triggered.Count == 0)
                return plan;
            wanted = [.. plan, .. triggered];
        }
    }

    public static ExecutableTarget Find(string name, IReadOnlyList<ExecutableTarget> targets) =>
        targets.FirstOrDefault(target => OptionNames.Same(target.Name, name)) ?? throw new UsageException(
            $"Target with name '{OptionNames.Fold(name)}' does not exist. Available targets are:\n" +
            string.Join('\n', targets.Select(target => target.Name).Order(StringComparer.OrdinalIgnoreCase).Select(target => "  - " + target)));

    /// <summary>
    /// Takes, again and again, the first target that no remaining one depends on, and keeps it if it is wanted. What is taken last runs
    /// first, so targets that nothing orders run in reverse declaration order.
    /// </summary>
    private static List<ExecutableTarget> Order(IReadOnlyList<ExecutableTarget> targets, HashSet<ExecutableTarget> wanted, bool strict)
    {
        var remaining = targets.ToList();
        var dependents = remaining.ToDictionary(target => target, _ => 0);
        foreach (var dependency in remaining.SelectMany(target => target.AllDependencies.Distinct()))
            dependents[dependency]++;
        var kept = new List<ExecutableTarget>();
        HashSet<ExecutableTarget> needed = [.. wanted];
        while (remaining.Count > 0)
        {
            var free = remaining.FindAll(target => dependents[target] == 0);
            if (free.Count == 0)
                throw new UsageException("Circular dependencies between targets:\n" + string.Join('\n', Cycles(remaining)));
            if (strict && free.Count > 1)
                throw new UsageException("Incomplete target definition order:\n" + string.Join('\n', free.Select(target => "  - " + target.Name)));
            var first = free[0];
            remaining.Remove(first);
            foreach (var dependency in first.AllDependencies.Distinct())
                dependents[dependency]--;
            if (!needed.Contains(first))
                continue;
            kept.Add(first);
            needed.UnionWith(first.ExecutionDependencies);
        }

        kept.Reverse();
        return kept;
    }

    private static IEnumerable<string> Cycles(List<ExecutableTarget> remaining)
    {
        var reachable = remaining.ToDictionary(target => target, Reachable);
        return remaining.Where(target => reachable[target].Contains(target))
            .Select(target => " - " + string.Join(", ", remaining.Where(other => reachable[target].Contains(other) && reachable[other].Contains(target)).Select(other => other.Name)))
            .Distinct();

        static HashSet<ExecutableTarget> Reachable(ExecutableTarget from)
        {
            var seen = new HashSet<ExecutableTarget>();
            var open = new Stack<ExecutableTarget>(from.AllDependencies);
            while (open.TryPop(out var next))
            {
                if (!seen.Add(next))
                    continue;
                foreach (var dependency in next.AllDependencies)
                    open.Push(dependency);
            }

            return seen;
        }
    }
}
