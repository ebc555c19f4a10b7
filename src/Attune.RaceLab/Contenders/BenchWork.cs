namespace Attune.RaceLab.Contenders;

/// <summary>How far each build of a trial goes.</summary>
public enum BenchWork
{
    /// <summary>Until the crates are unpacked: <c>cargo build</c> stands for <c>cargo fetch</c>. The race is over by then.</summary>
    Fetch,

    /// <summary>To the end: the crates are compiled, too.</summary>
    Build,
}
