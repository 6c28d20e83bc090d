using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Kpis;
using ConvoEval.Domain.Reports;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Pipeline.Batches;
using ConvoEval.Pipeline.Plans;
using ConvoEval.Scoring.Comparisons;
using ConvoEval.Scoring.Failures;
using ConvoEval.Scoring.Gate;
using ConvoEval.Scoring.Kpis;
using ConvoEval.Scoring.Outcomes;
using ConvoEval.Scoring.Tables;
using ConvoEval.Storage;

namespace ConvoEval.Pipeline.Runs;

/// <summary>Scores what a run stored. Reads facts and failing verdicts as streams; holds the table of facts and a few examples.</summary>
internal sealed class ReportBuilder(RunParts parts, RunId run)
{
    private const int ExamplesPerGroup = 5;
    private const int MaximumRejected = 100;
    private const int MaximumDisagreements = 30;

    /// <summary>The report, and the smallest share of judged items that were graded (null = nothing was judged).</summary>
    public static async Task<(EvaluationReport Report, double? Coverage)> BuildAsync(
        RunParts parts, RunId run, RunPlan plan, IReadOnlyList<InputDigest> inputs, CancellationToken cancellationToken)
    {
        var builder = new ReportBuilder(parts, run);
        return await builder.BuildAsync(plan, inputs, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(EvaluationReport Report, double? Coverage)> BuildAsync(
        RunPlan plan, IReadOnlyList<InputDigest> inputs, CancellationToken cancellationToken)
    {
        var options = parts.Options;
        var (table, summary, frame) = await ReadFactsAsync(cancellationToken).ConfigureAwait(false);
        var licences = await GoldenMeasurement.MeasureAsync(parts, cancellationToken).ConfigureAwait(false);
        var evidence = AdherenceInputs.Of(parts, licences, frame, table.Versions);
        var estimates = KpiCalculator.Calculate(table, options.Kpis, evidence, options.Level);
        var pairs = VersionPairs.Of(table.Versions, options.CompareFrom, options.CompareTo);
        var comparisons = pairs
            .SelectMany(pair => VersionComparer.Compare(table, estimates, options.Kpis, pair.From, pair.To, options.Level))
            .ToList();
        var (groups, critical) = await FailuresAsync(summary, cancellationToken).ConfigureAwait(false);
        var ledger = await LedgerAsync(table, cancellationToken).ConfigureAwait(false);
        var row = (await parts.Runs.ListAsync(cancellationToken).ConfigureAwait(false)).Single(entry => entry.RunId == run);
        var rejected = await RejectedAsync(cancellationToken).ConfigureAwait(false);
        var warnings = ReportWarnings.Of(parts, row, table, estimates, frame);
        var report = new EvaluationReport
        {
            Run = run.Value,
            Workspace = options.Workspace,
            Bot = options.Bot,
            FirstNight = table.FirstNight,
            LastNight = table.LastNight,
            Versions = table.Versions,
            Gate = pairs.Count == 0
                ? null
                : InputGuard.Apply(Decide(pairs[0], comparisons, table, parts.Overrides), InputLines.Of(options, row.Totals.Counters)),
            Definitions = options.Kpis,
            Estimates = estimates,
            Comparisons = comparisons,
            Outcomes = OutcomeCalculator.Calculate(table),
            Nights = NightCalculator.Calculate(table),
            CriticalStatements = critical,
            Failures = groups,
            Licences = licences,
            Ledger = ledger,
            Inputs = InputLines.Of(options, row.Totals.Counters),
            Rejected = rejected,
            Excluded = table.Excluded,
            Disagreements = await DisagreementsAsync(cancellationToken).ConfigureAwait(false),
            Masked = BatchCounters.Select(row.Totals.Counters, BatchCounters.Masked)
                .OrderBy(entry => entry.Subject, StringComparer.Ordinal)
                .ToDictionary(entry => entry.Subject, entry => entry.Count, StringComparer.Ordinal),
            Provenance = ProvenanceLines.Of(parts, plan, inputs),
            Warnings = warnings,
        };
        return (report, Coverage(ledger));
    }

    private GateDecision Decide(
        (string From, string To) pair, IReadOnlyList<KpiComparison> comparisons, FactsTable table, IReadOnlyList<GateOverride> overrides) =>
        ReleaseGate.Decide(
            [.. comparisons.Where(comparison => comparison.From == pair.From && comparison.To == pair.To)],
            parts.Options.Kpis,
            table.CriticalStatementsOf(pair.To),
            overrides,
            table.LastNight ?? DateOnly.MinValue,
            pair.From,
            pair.To,
            new GateOptions());

    private async Task<(FactsTable Table, FailureSummary Failures, AdherenceFrame Frame)> ReadFactsAsync(
        CancellationToken cancellationToken)
    {
        var table = new FactsTable();
        var tally = new FailureTally(ExamplesPerGroup);
        var frame = new AdherenceFrame(parts.GoldenSet);
        var verdicts = parts.Reader.ReadVerdictsAsync(run, VerdictFilter.All, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (verdicts.ConfigureAwait(false))
        {
            var hasVerdict = await verdicts.MoveNextAsync().ConfigureAwait(false);
            await foreach (var facts in parts.Reader.ReadFactsAsync(run, cancellationToken).ConfigureAwait(false))
            {
                table.Add(facts);
                var failing = new List<Verdict>();
                var adherence = new List<Verdict>();
                // Both streams come in the order of commit.
                while (hasVerdict && verdicts.Current.Key == facts.Key)
                {
                    var verdict = verdicts.Current.Verdict;
                    if (verdict is Verdict.Graded { Grade: Grade.Fail or Grade.Contradicted })
                        failing.Add(verdict);
                    if (verdict.TurnIndex is not null && verdict.Criterion == KpiIds.ContentAdherence)
                        adherence.Add(verdict);
                    hasVerdict = await verdicts.MoveNextAsync().ConfigureAwait(false);
                }

                frame.Add(facts, adherence);
                if (facts.ExcludedBecause is null)
                    tally.Add(facts, failing);
            }
        }

        return (table, tally.Finish(), frame);
    }

    private async Task<(IReadOnlyList<FailureGroup> Groups, IReadOnlyList<Failure> Critical)> FailuresAsync(
        FailureSummary summary, CancellationToken cancellationToken)
    {
        var excerpts = new FailureExcerpts(summary);
        await foreach (var stored in parts.Reader.ReadConversationsAsync(run, summary.NeededConversations(), cancellationToken).ConfigureAwait(false))
            excerpts.Add(stored.Conversation, stored.Labels);
        return (excerpts.Groups(), excerpts.CriticalStatements());
    }

    private async Task<IReadOnlyList<LedgerLine>> LedgerAsync(FactsTable table, CancellationToken cancellationToken)
    {
        var stored = new List<LedgerLine>();
        await foreach (var line in parts.Reader.ReadLedgerAsync(run, cancellationToken).ConfigureAwait(false))
            stored.Add(line);
        return LedgerCalculator.Merge(stored, table, JudgeOf("fallback"), JudgeOf("re_ask"));
    }

    private string? JudgeOf(string criterion) => parts.Judges.FirstOrDefault(judge => judge.Criterion == criterion)?.Digest.Judge;

    private async Task<IReadOnlyList<RejectedInput>> RejectedAsync(CancellationToken cancellationToken)
    {
        var first = new List<RejectedInput>();
        await foreach (var rejected in parts.Reader.ReadRejectedAsync(run, cancellationToken).ConfigureAwait(false))
        {
            if (first.Count == MaximumRejected)
                break;
            first.Add(rejected);
        }

        return first;
    }

    private async Task<IReadOnlyList<BeliefLine>> DisagreementsAsync(CancellationToken cancellationToken)
    {
        if (parts.Classifier is null)
            return [];
        var tally = new DisagreementTally(parts.Classifier.Intents.ToHashSet(StringComparer.Ordinal));
        var page = new List<ConversationKey>();
        await foreach (var facts in parts.Reader.ReadFactsAsync(run, cancellationToken).ConfigureAwait(false))
        {
            if (facts.BeliefDisagreements > 0 && facts.ExcludedBecause is null)
                page.Add(facts.Key);
        }

        foreach (var keys in page.Chunk(256))
            await foreach (var stored in parts.Reader.ReadConversationsAsync(run, keys, cancellationToken).ConfigureAwait(false))
                tally.Add(stored.Conversation, stored.Labels);
        return tally.Lines(MaximumDisagreements);
    }

    /// <summary>Graded over graded, abstained, unreadable, skipped and failed: what does not apply owes no grade.</summary>
    private static double? Coverage(IReadOnlyList<LedgerLine> ledger)
    {
        double? least = null;
        foreach (var line in ledger)
        {
            var owed = line.Total - line.NotApplicable;
            if (owed == 0)
                continue;
            var share = line.Scored / (double)owed;
            least = Math.Min(least ?? 1, share);
        }

        return least;
    }
}
