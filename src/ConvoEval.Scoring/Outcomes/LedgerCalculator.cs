using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Runs;
using ConvoEval.Scoring.Facts;
using ConvoEval.Scoring.Tables;

namespace ConvoEval.Scoring.Outcomes;

/// <summary>
/// The coverage ledger. The judges of fallbacks and of repeated questions give a verdict only where it happened, so
/// their lines are counted from the facts; all others are the stored ones.
/// </summary>
public static class LedgerCalculator
{
    /// <summary>
    /// Stored lines, with those of <c>fallback</c> and <c>re_ask</c> replaced by lines over all turns of all
    /// conversations; by criterion, version, judge in ordinal order. A judge that did not run is named null and gets no
    /// line. Throws when a stored line does not add up to its total.
    /// </summary>
    public static IReadOnlyList<LedgerLine> Merge(
        IReadOnlyList<LedgerLine> stored, FactsTable table, string? fallbackJudge, string? reAskJudge)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(table);
        var lines = new List<LedgerLine>();
        foreach (var line in stored)
        {
            RequireSum(line);
            if (line.Criterion is not (Criteria.Fallback or Criteria.ReAsk))
                lines.Add(line);
        }

        foreach (var (version, turns) in table.Turns)
        {
            if (fallbackJudge is not null)
                lines.Add(OverTurns(Criteria.Fallback, version, fallbackJudge, turns.Bot, turns.BotWithFallbackKnown));
            if (reAskJudge is not null)
                lines.Add(OverTurns(Criteria.ReAsk, version, reAskJudge, turns.User, turns.User));
        }

        return lines
            .OrderBy(line => line.Criterion, StringComparer.Ordinal)
            .ThenBy(line => line.BotVersion is null)
            .ThenBy(line => line.BotVersion, StringComparer.Ordinal)
            .ThenBy(line => line.Judge, StringComparer.Ordinal)
            .ToList();
    }

    private static LedgerLine OverTurns(string criterion, string version, string judge, long total, long scored) => new()
    {
        Criterion = criterion,
        BotVersion = version.Length == 0 ? null : version,
        Judge = judge,
        Total = total,
        Scored = scored,
        Abstained = total - scored,
        NotApplicable = 0,
        Unparsable = 0,
        SkippedByBudget = 0,
        Errored = 0,
    };

    private static void RequireSum(LedgerLine line)
    {
        var sum = line.Scored + line.Abstained + line.NotApplicable
            + line.Unparsable + line.SkippedByBudget + line.Errored;
        if (sum != line.Total)
            throw new ArgumentException(
                $"Ledger of {line.Criterion}, judge {line.Judge}, version {line.BotVersion ?? "unknown"}: "
                + FormattableString.Invariant($"expected parts that add up to {line.Total}, found {sum}."));
    }
}
