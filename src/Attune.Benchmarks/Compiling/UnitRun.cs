namespace Attune.Benchmarks.Compiling;

/// <summary>A unit on its way through a <see cref="CargoRun"/>.</summary>
internal sealed class UnitRun(int index, CompileUnit unit)
{
    private const double Nothing = 1e-9;

    public int Index => index;

    public CompileUnit Unit => unit;

    public double FrontLeft { get; private set; } = unit.Front;

    public double BackLeft { get; private set; } = unit.Back;

    /// <summary>How many cores work on it.</summary>
    public double Rate { get; set; } = 1;

    public bool IsDone => FrontLeft <= Nothing && BackLeft <= Nothing;

    public double UntilNext => FrontLeft > Nothing ? FrontLeft : BackLeft / Rate;

    public void Work(double seconds)
    {
        if (FrontLeft > Nothing)
            FrontLeft -= seconds;
        else
            BackLeft -= seconds * Rate;
    }
}
