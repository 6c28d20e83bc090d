using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace ConvoEval.Pipeline.Runs;

/// <summary>Adds up the time spent by stage.</summary>
internal sealed class StageWatch(TimeProvider time)
{
    private readonly Dictionary<string, TimeSpan> _stages = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, TimeSpan> Stages => _stages;

    public async Task<T> MeasureAsync<T>(string stage, Func<Task<T>> work)
    {
        var began = time.GetTimestamp();
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            _stages[stage] = _stages.GetValueOrDefault(stage) + time.GetElapsedTime(began);
        }
    }
}
