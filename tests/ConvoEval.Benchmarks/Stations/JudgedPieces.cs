using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Inference.Intents;
using ConvoEval.Judging.Adherence;
using ConvoEval.Judging.Contracts;
using ConvoEval.Judging.Rules;
using ConvoEval.Scoring.Facts;

namespace ConvoEval.Benchmarks.Stations;

/// <summary>Labels and verdicts for the stations behind the judges; null = there is no model, and nothing is labelled.</summary>
internal sealed class JudgedPieces(IIntentClassifier? classifier, GoldenSet golden)
{
    private readonly IReadOnlyList<IConversationJudge> _judges = ProductParts.Judges(new ContentAdherenceJudge(golden));

    public ModelIdentity? Model => classifier?.Identity;

    public FactsOptions Options { get; } = new()
    {
        AreGoalsDefined = true,
        IsClassified = classifier is not null,
        IsFallbackJudged = true,
        ClassifierIntents = (classifier?.Intents ?? []).ToHashSet(StringComparer.Ordinal),
        IsEscalationRequest = EscalationPhrases.IsRequest,
    };

    public async Task<IReadOnlyList<(Conversation Conversation, IReadOnlyList<LabelledTurn> Labels, IReadOnlyList<Verdict> Verdicts)>> JudgeAsync(
        IReadOnlyList<Conversation> piece, CancellationToken cancellationToken)
    {
        var judged = new List<(Conversation, IReadOnlyList<LabelledTurn>, IReadOnlyList<Verdict>)>(piece.Count);
        foreach (var conversation in piece)
        {
            var labels = StationTable.LabelsOf(conversation, classifier);
            var verdicts = new List<Verdict>();
            foreach (var judge in _judges)
                verdicts.AddRange(await judge.JudgeAsync(new ConversationToJudge(conversation, labels), cancellationToken));
            judged.Add((conversation, labels, verdicts));
        }

        return judged;
    }
}
