using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;

namespace ConvoEval.Benchmarks.Lines;

/// <summary>Seconds by station, summed over threads; the threads of a busy machine also wait inside them. Thread-safe.</summary>
internal sealed class StationClock
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, TimeSpan> _spent = new(StringComparer.Ordinal);

    public void Add(string station, long began)
    {
        var elapsed = Stopwatch.GetElapsedTime(began);
        lock (_gate)
            _spent[station] = _spent.GetValueOrDefault(station) + elapsed;
    }

    public Dictionary<string, double> Seconds()
    {
        lock (_gate)
            return _spent.ToDictionary(entry => entry.Key, entry => entry.Value.TotalSeconds, StringComparer.Ordinal);
    }
}
