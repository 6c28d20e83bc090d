using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Reports;
using ConvoEval.Pipeline.Batches;
using ConvoEval.Pipeline.Plans;

namespace ConvoEval.Pipeline.Runs;

/// <summary>What was read, by source, out of the counters of a run.</summary>
internal static class InputLines
{
    public static IReadOnlyList<InputLine> Of(EvaluationOptions options, IReadOnlyDictionary<string, long> counters) =>
        [.. options.Sources.Select(source => Of(source.Name, counters))];

    private static InputLine Of(string source, IReadOnlyDictionary<string, long> counters)
    {
        long Count(string counter) => counters.GetValueOrDefault(BatchCounters.Of(counter, source));
        return new InputLine
        {
            Source = source,
            Read = Count(BatchCounters.Read) - Count(BatchCounters.BeforeSince),
            Kept = Count(BatchCounters.Kept),
            Duplicates = Count(BatchCounters.Duplicates),
            Reopened = Count(BatchCounters.Reopened),
            Conflicts = Count(BatchCounters.Conflicts),
            Rejected = Count(BatchCounters.Rejected),
        };
    }
}
