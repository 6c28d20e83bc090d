using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Reports;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Scoring.Failures;

/// <summary>
/// Counts failures by kind, version and intent while conversations stream through, and remembers where the best few
/// examples of each group are; the texts are fetched for those alone afterwards (<see cref="FailureExcerpts"/>). The
/// result does not depend on the order of the conversations. Not safe for several writers.
/// </summary>
public sealed class FailureTally
{
    private readonly int _examples;
    private readonly Dictionary<(FailureKind Kind, string? Version, string? Intent), Group> _groups = [];
    private readonly List<FailureReference> _critical = [];
    private DateOnly? _lastNight;

    /// <summary>Makes a tally that keeps so many examples per group; critical statements are all kept.</summary>
    public FailureTally(int examplesPerGroup)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(examplesPerGroup);
        _examples = examplesPerGroup;
    }

    /// <summary>Adds the failures of a conversation; verdicts that are no failure may be given or left out.</summary>
    public void Add(ConversationFacts facts, IReadOnlyList<Verdict> verdicts)
    {
        var failures = FailureFinder.Find(facts, verdicts);
        if (facts.ExcludedBecause is null && facts.Night is { } night && !(_lastNight >= night))
            _lastNight = night;
        FailureKind? counted = null;
        foreach (var failure in failures)
        {
            if (failure.Kind == FailureKind.CriticalStatement)
            {
                _critical.Add(failure);
                continue;
            }

            var key = (failure.Kind, failure.BotVersion, failure.Intent);
            if (!_groups.TryGetValue(key, out var group))
                _groups.Add(key, group = new Group());
            // Failures come by kind, so the first of a kind is the first of its group in this conversation.
            group.Add(failure, isNewConversation: counted != failure.Kind, _examples);
            counted = failure.Kind;
        }
    }

    /// <summary>What was found so far.</summary>
    public FailureSummary Finish()
    {
        return new FailureSummary
        {
            Groups = _groups
                .Select(group => group.Value.ToTally(group.Key.Kind, group.Key.Version, group.Key.Intent, _lastNight))
                .OrderByDescending(group => group.Count * FailureHarm.Of(group.Kind))
                .ThenBy(group => group.Kind)
                .ThenBy(group => group.BotVersion, StringComparer.Ordinal)
                .ThenBy(group => group.Intent, StringComparer.Ordinal)
                .ToList(),
            CriticalStatements = _critical.Order(FailureOrder.Instance).ToList(),
            LastNight = _lastNight,
        };
    }

    private sealed class Group
    {
        private readonly List<FailureReference> _examples = [];
        private long _count;
        private long _conversations;
        private DateOnly? _newestNight;
        private long _inNewestNight;

        public void Add(FailureReference failure, bool isNewConversation, int most)
        {
            _count++;
            _conversations += isNewConversation ? 1 : 0;
            if (failure.Night is { } night)
            {
                if (_newestNight is null || night > _newestNight)
                    (_newestNight, _inNewestNight) = (night, 0);
                _inNewestNight += night == _newestNight ? 1 : 0;
            }

            var place = _examples.BinarySearch(failure, FailureOrder.Instance);
            place = place < 0 ? ~place : place;
            if (place >= most)
                return;
            _examples.Insert(place, failure);
            if (_examples.Count > most)
                _examples.RemoveAt(most);
        }

        public FailureGroupTally ToTally(FailureKind kind, string? version, string? intent, DateOnly? lastNight) => new()
        {
            Kind = kind,
            BotVersion = version,
            Intent = intent,
            Count = _count,
            Conversations = _conversations,
            New = _newestNight is not null && _newestNight == lastNight ? _inNewestNight : 0,
            Examples = _examples.ToList(),
        };
    }
}
