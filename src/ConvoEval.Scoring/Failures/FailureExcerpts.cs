using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Reports;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Scoring.Failures;

/// <summary>
/// The second pass: takes the conversations that a <see cref="FailureSummary"/> needs, one by one in any order, and
/// gives the groups and critical statements as a report shows them.
/// </summary>
public sealed class FailureExcerpts
{
    private readonly FailureSummary _summary;
    private readonly ILookup<ConversationKey, FailureReference> _wanted;
    private readonly Dictionary<FailureReference, Failure> _found = new(ReferenceEqualityComparer.Instance);

    /// <summary>Makes a collector for what a summary refers to.</summary>
    public FailureExcerpts(FailureSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        _summary = summary;
        _wanted = summary.Groups.SelectMany(group => group.Examples)
            .Concat(summary.CriticalStatements)
            .ToLookup(failure => failure.Conversation);
    }

    /// <summary>Adds a masked conversation with its labels; one that nothing refers to is passed over.</summary>
    public void Add(Conversation conversation, IReadOnlyList<LabelledTurn> labels)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        foreach (var reference in _wanted[conversation.Key])
        {
            if (FailureExcerpt.Of(reference, conversation, labels, _summary.LastNight) is { } failure)
                _found[reference] = failure;
        }
    }

    /// <summary>
    /// Groups, worst first. Counts are those of the summary; an example whose conversation was not added, or no longer
    /// has the turn, is missing.
    /// </summary>
    public IReadOnlyList<FailureGroup> Groups() =>
        _summary.Groups
            .Select(group => new FailureGroup
            {
                Kind = group.Kind,
                Intent = group.Intent,
                BotVersion = group.BotVersion,
                Count = group.Count,
                Conversations = group.Conversations,
                New = group.New,
                Examples = Found(group.Examples),
            })
            .ToList();

    /// <summary>
    /// All critical forbidden statements, newest first; one whose text is gone stands there without an excerpt.
    /// </summary>
    public IReadOnlyList<Failure> CriticalStatements() =>
        _summary.CriticalStatements
            .Select(reference => _found.GetValueOrDefault(reference)
                ?? FailureExcerpt.WithoutText(reference, _summary.LastNight))
            .ToList();

    private List<Failure> Found(IReadOnlyList<FailureReference> references) =>
        references.Where(_found.ContainsKey).Select(reference => _found[reference]).ToList();
}
