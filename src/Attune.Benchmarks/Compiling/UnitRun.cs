namespace Attune.Benchmarks.Compiling;

/// <summary>A unit on its way through a <see cref="CargoRun"/>.</summary>
internal sealed class UnitRun(int index, CompileUnit unit)
{
    private const double Nothing = 1e-9;

    private double _frontLeft = unit.Front;
    private double _backLeft = unit.Back;

    public int Index => index;

    public CompileUnit Unit => unit;

    /// <summary>How many cores work on it.</summary>
    public double Rate { get; set; } = 1;

    /// <summary>Whether its metadata is there, and only code generation left.</summary>
    public bool HasMetadata => _frontLeft <= Nothing;

    public bool IsDone => HasMetadata && _backLeft <= Nothing;

    public double UntilNext => HasMetadata ? _backLeft / Rate : _frontLeft;

    public void Work(double seconds)
    {
        if (HasMetadata)
            _backLeft -= seconds * Rate;
        else
            _frontLeft -= seconds;
    }
}
