using System.Diagnostics;
using System.Globalization;
using Attune.Source;

namespace Attune.Hazards.Tests.Fuzzing;

/// <summary>Tries mutations of texts until the time is up.</summary>
internal sealed class Fuzzing
{
    private const int DefaultSeconds = 3;

    // The slowest honest text takes milliseconds; a machine may be busy.
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(10);

    private readonly Mutator _mutator;
    private readonly int _seed = Read("ATTUNE_FUZZ_SEED") ?? 1;
    private readonly TimeSpan _time = TimeSpan.FromSeconds(Read("ATTUNE_FUZZ_SECONDS") ?? DefaultSeconds);

    private Fuzzing(string[] seeds) => _mutator = new(seeds, _seed);

    public static Fuzzing Of(string[] seeds) => new(seeds);

    /// <summary>Tries texts; gives a line on how many there were and on memory.</summary>
    public string Run(Action<string> read)
    {
        var (clock, tried, refused) = (Stopwatch.StartNew(), 0, 0);
        (long Heap, long Resident)? early = null;
        while (clock.Elapsed < _time)
        {
            refused += Try(_mutator.Next(), read) ? 0 : 1;
            tried++;
            // By a tenth of the time everything is compiled and every cache is filled.
            if (early is null && clock.Elapsed > _time / 10)
                early = Memory();
        }

        var (start, end) = (early!.Value, Memory());
        Assert.True(refused < tried, "every text was refused");
        Assert.InRange(end.Heap, 0, start.Heap + (32 << 20));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"seed {_seed}: {tried} texts, {refused} refused; heap {start.Heap >> 10} -> {end.Heap >> 10} KiB, resident {start.Resident >> 20} -> {end.Resident >> 20} MiB");
    }

    private static bool Try(string text, Action<string> read)
    {
        // On a thread of its own, so that a text that is never read to its end is named.
        var reading = Task.Run(() => Record.Exception(() => read(text)));
        if (!reading.Wait(_soon))
            Assert.Fail($"not read within {_soon}:\n{text}");
        var fault = reading.Result;
        if (fault is not (null or LocatedException or UserErrorException))
            Assert.Fail($"{fault}\nfor the text\n{text}");
        return fault is null;
    }

    private static (long Heap, long Resident) Memory()
    {
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        return (heap, process.WorkingSet64);
    }

    private static int? Read(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
