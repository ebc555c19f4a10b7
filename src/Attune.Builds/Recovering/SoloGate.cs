namespace Attune.Builds.Recovering;

/// <summary>Who else may be inside.</summary>
internal enum Company
{
    /// <summary>Others of this kind.</summary>
    Others,

    /// <summary>Nobody.</summary>
    None,
}

/// <summary>Lets many in together, or one alone; who wants to be alone waits until all others have left.</summary>
internal sealed class SoloGate
{
    private readonly Lock _gate = new();
    private readonly List<Waiter> _waiters = [];
    private int _together;
    private bool _isAlone;

    /// <summary>Waits for admission; disposing the result leaves.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled before that.</exception>
    public async Task<IDisposable> EnterAsync(Company company, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(company);
        lock (_gate)
        {
            _waiters.Add(waiter);
            Admit();
        }

        await using var _ = cancellationToken.Register(() => waiter.Admission.TrySetCanceled(cancellationToken));
        await waiter.Admission.Task;
        return new Stay(this, company);
    }

    private void Leave(Company company)
    {
        lock (_gate)
        {
            if (company == Company.None)
                _isAlone = false;
            else
                _together--;
            Admit();
        }
    }

    private void Admit()
    {
        // Those who share first: who wants to be alone has time.
        foreach (var waiter in _waiters.OrderBy(w => w.Company).ToList())
        {
            if (_isAlone || (waiter.Company == Company.None && _together > 0))
                return;
            _waiters.Remove(waiter);
            if (!waiter.Admission.TrySetResult())
                continue;
            if (waiter.Company == Company.None)
                _isAlone = true;
            else
                _together++;
        }
    }

    private sealed record Waiter(Company Company)
    {
        public TaskCompletionSource Admission { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Stay(SoloGate gate, Company company) : IDisposable
    {
        public void Dispose() => gate.Leave(company);
    }
}
