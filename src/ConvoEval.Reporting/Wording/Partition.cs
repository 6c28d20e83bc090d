using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Domain.Runs;
using ConvoEval.Reporting.Readings;

namespace ConvoEval.Reporting.Wording;

/// <summary>Named parts of a whole, with percentages that add up to 100.</summary>
internal sealed record Partition
{
    /// <summary>The name of what the parts leave out; such a part never is there when the numbers add up.</summary>
    public const string Gap = "Not accounted for";

    private Partition(long whole, IReadOnlyList<(string Name, long Count)> parts)
    {
        Whole = whole;
        var gap = Math.Max(whole - parts.Sum(part => part.Count), 0);
        IReadOnlyList<(string Name, long Count)> all = gap == 0 ? parts : [.. parts, (Gap, gap)];
        var percents = PartsOfHundred.Of([.. all.Select(part => part.Count)]);
        Parts = [.. all.Zip(percents, (part, percent) => new Part(part.Name, part.Count, percent))];
    }

    /// <summary>All that was divided.</summary>
    public long Whole { get; }

    /// <summary>The parts, always in the same order; a last one when something is not accounted for.</summary>
    public IReadOnlyList<Part> Parts { get; }

    /// <summary>Whether the parts leave something out.</summary>
    public bool HasGap => Parts[^1].Name == Gap;

    /// <summary>What became of the conversations of a version.</summary>
    public static Partition Of(OutcomePartition outcome) => new(outcome.Eligible,
    [
        ("Resolved by the bot", outcome.Resolved), ("Partly, or not reached", outcome.Partial),
        ("Handed over or asked for a person", outcome.Escalated), ("User left", outcome.Abandoned),
        ("No goal opened", outcome.NoGoal), ("Source does not tell", outcome.Unknown),
    ]);

    /// <summary>What became of the items that were up for judging.</summary>
    public static Partition Of(LedgerLine line) => new(line.Total,
    [
        ("Scored", line.Scored), ("Abstained", line.Abstained), ("Not applicable", line.NotApplicable), ("Unreadable", line.Unparsable),
        ("Left out by budget", line.SkippedByBudget), ("Failed", line.Errored),
    ]);

    /// <summary>Names of the parts over several wholes, in order.</summary>
    public static IReadOnlyList<string> Names(IEnumerable<Partition> partitions) =>
        [.. partitions.OrderByDescending(partition => partition.Parts.Count).Take(1).SelectMany(partition => partition.Parts).Select(part => part.Name)];

    /// <summary>A part by name; empty when it is not there.</summary>
    public Part Find(string name) => Parts.FirstOrDefault(part => part.Name == name) ?? new Part(name, 0, 0);

    /// <summary>A part.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Count">Its count.</param>
    /// <param name="Percent">Its percentage, rounded so that all of them add up to 100.</param>
    internal sealed record Part(string Name, long Count, double Percent)
    {
        /// <summary>"60.0 % (78)", or 0.</summary>
        public override string ToString() => Count == 0 ? "0" : $"{Figures.Hundredths(Percent)} ({Figures.Count(Count)})";
    }
}
