using System;
using System.Threading.Tasks;
using ConvoEval.Storage;

namespace ConvoEval.Testing.Contracts;

/// <summary>A store as the contract suite uses it.</summary>
/// <param name="Runs">Its runs.</param>
/// <param name="Reader">Its reading side.</param>
/// <param name="Verdicts">Its retries.</param>
/// <param name="Lifetime">Closes it.</param>
public sealed record OpenStore(IRunStore Runs, IRunReader Reader, IVerdictStore Verdicts, IAsyncDisposable Lifetime)
    : IAsyncDisposable
{
    /// <summary>Closes the store.</summary>
    public ValueTask DisposeAsync() => Lifetime.DisposeAsync();
}
