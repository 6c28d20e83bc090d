using System;
using System.Collections.Generic;
using ConvoEval.Ingestion.Identity;

namespace ConvoEval.Pipeline.Batches;

/// <summary>Names of the counters that a run keeps beside its rows, each with the source or entity behind a colon.</summary>
internal static class BatchCounters
{
    public const string Read = "read";
    public const string Kept = "kept";
    public const string Duplicates = "duplicates";
    public const string Reopened = "reopened";
    public const string Conflicts = "conflicts";
    public const string Rejected = "rejected";
    public const string BeforeSince = "before_since";
    public const string Masked = "masked";
    public const string Noted = "noted";

    public static string Of(string counter, string subject) => $"{counter}:{subject}";

    public static string NameOf(IdentityOutcome outcome) => outcome switch
    {
        IdentityOutcome.New => Kept,
        IdentityOutcome.Duplicate => Duplicates,
        IdentityOutcome.Reopened => Reopened,
        IdentityOutcome.Conflict => Conflicts,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static void Add(Dictionary<string, long> counters, string counter, string subject, long by)
    {
        var name = Of(counter, subject);
        counters[name] = counters.GetValueOrDefault(name) + by;
    }

    /// <summary>The counters of one kind, by subject.</summary>
    public static IEnumerable<(string Subject, long Count)> Select(IReadOnlyDictionary<string, long> counters, string counter)
    {
        var prefix = counter + ":";
        foreach (var (name, count) in counters)
            if (name.StartsWith(prefix, StringComparison.Ordinal))
                yield return (name[prefix.Length..], count);
    }
}
