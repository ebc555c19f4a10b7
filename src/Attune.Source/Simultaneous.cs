using System.Runtime.ExceptionServices;

namespace Attune.Source;

/// <summary>Work on many items on all processors, with the result, or the fault, of work on one after another.</summary>
public static class Simultaneous
{
    // Fewer aren't worth the start of threads.
    private const int Few = 32;

    /// <summary>What a function gives for each item, in the order of the items.</summary>
    /// <param name="items">The items.</param>
    /// <param name="select">Called on several threads at once.</param>
    /// <exception cref="LocatedException">The fault of the first item that has one.</exception>
    /// <exception cref="UserErrorException">The fault of the first item that has one.</exception>
    public static TResult[] Select<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, TResult> select)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(select);
        return items.Count < Few ? [.. items.Select(select)] : SelectFew(items, select);
    }

    /// <summary>The same for items that each are much work, however few they are.</summary>
    /// <param name="items">The items.</param>
    /// <param name="select">Called on several threads at once.</param>
    /// <exception cref="LocatedException">The fault of the first item that has one.</exception>
    /// <exception cref="UserErrorException">The fault of the first item that has one.</exception>
    public static TResult[] SelectFew<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, TResult> select)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(select);
        var results = new TResult[items.Count];
        var faults = new ExceptionDispatchInfo?[items.Count];
        Parallel.For(0, items.Count, i =>
        {
            try
            {
                results[i] = select(items[i]);
            }
            catch (Exception e) when (e is LocatedException or UserErrorException)
            {
                faults[i] = ExceptionDispatchInfo.Capture(e);
            }
        });
        Array.Find(faults, f => f is not null)?.Throw();
        return results;
    }
}
