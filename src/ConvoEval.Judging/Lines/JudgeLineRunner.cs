using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Judging.Contracts;

namespace ConvoEval.Judging.Lines;

/// <summary>Runs one of several judges, chosen by the readable name of its digest, over lines. Thread-safe as its judges are.</summary>
public sealed class JudgeLineRunner
{
    private readonly Dictionary<string, IResponseJudge> _judges;

    /// <summary>Offers judges; names must differ.</summary>
    public JudgeLineRunner(IReadOnlyList<IResponseJudge> judges)
    {
        ArgumentNullException.ThrowIfNull(judges);
        _judges = judges.ToDictionary(judge => judge.Digest.Judge, StringComparer.Ordinal);
    }

    /// <summary>Names on offer, sorted.</summary>
    public IReadOnlyList<string> Names => [.. _judges.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Judges one line. Throws <see cref="ArgumentException"/> for a name that is not on offer.</summary>
    public ValueTask<Verdict> JudgeAsync(string judge, JudgeLine line, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(line);
        return _judges.TryGetValue(judge, out var chosen)
            ? chosen.JudgeAsync(line.Response, cancellationToken)
            : throw new ArgumentException($"expected one of {string.Join(", ", Names)}, found '{judge}'", nameof(judge));
    }
}
