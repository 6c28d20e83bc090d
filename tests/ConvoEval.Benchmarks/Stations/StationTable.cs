using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Benchmarks.Measurements;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Inference.Intents;
using ConvoEval.Judging.Adherence;
using ConvoEval.Judging.Contracts;
using ConvoEval.Scoring.Facts;

namespace ConvoEval.Benchmarks.Stations;

/// <summary>The stations that work piece by piece, by name. Each runs alone, on one thread.</summary>
internal static class StationTable
{
    public static IReadOnlyList<string> Names { get; } =
        ["redact", "classify every turn", "classify equal turns once", "embed", "judge content_adherence", "judge goal_completion", "judge fallback", "judge re_ask", "facts", "store"];

    public static string UnitOf(string name) => name.StartsWith("classify", StringComparison.Ordinal) || name == "embed" ? "user turns" : "turns";

    /// <summary>Opens a station; what it opened is added to <paramref name="opened"/>, for the caller to close.</summary>
    public static async Task<PreparedWork> OpenAsync(MeasureRequest request, List<object> opened, CancellationToken cancellationToken)
    {
        var golden = await ProductParts.GoldenSetAsync(cancellationToken);
        switch (request.Name)
        {
            case "redact":
                return Redact(golden);
            case "classify every turn":
                return Classify(new EveryTurnClassifier(Open(request, opened)));
            case "classify equal turns once":
                return Classify(new CachedIntentClassifier(Open(request, opened), ProductParts.RememberedLabels));
            case "embed":
                return Embed(request, opened);
            case "facts":
                return Facts(new JudgedPieces(OpenOrNull(request, opened), golden), cancellationToken);
            case "store":
                return await StoreWork.OpenAsync(request, new JudgedPieces(OpenOrNull(request, opened), golden), opened, cancellationToken);
            default:
                var judge = ProductParts.Judges(new ContentAdherenceJudge(golden)).SingleOrDefault(candidate => "judge " + candidate.Criterion == request.Name)
                    ?? throw new ArgumentException($"expected a station, found '{request.Name}'");
                return Judge(judge, OpenOrNull(request, opened), cancellationToken);
        }
    }

    public static IReadOnlyList<string> UserTexts(IEnumerable<Conversation> piece) =>
        [.. piece.SelectMany(conversation => conversation.Turns).Where(turn => turn.Role == TurnRole.User).Select(turn => turn.Text)];

    /// <summary>Labels by the model, or none where there is no model.</summary>
    public static IReadOnlyList<LabelledTurn> LabelsOf(Conversation conversation, IIntentClassifier? classifier)
    {
        if (classifier is null)
            return [];
        var turns = conversation.Turns.Where(turn => turn.Role == TurnRole.User).ToList();
        var labels = classifier.Classify(turns.ConvertAll(turn => turn.Text));
        return [.. turns.Select((turn, place) => new LabelledTurn(turn.Index, labels[place]))];
    }

    private static OnnxIntentClassifier Open(MeasureRequest request, List<object> opened)
    {
        var classifier = ProductParts.Classifier(request.Models);
        opened.Add(classifier);
        return classifier;
    }

    private static OnnxIntentClassifier? OpenOrNull(MeasureRequest request, List<object> opened) =>
        ProductParts.ModelPath(request.Models, "harbor-bank") is null ? null : Open(request, opened);

    private static PreparedWork Redact(GoldenSet golden)
    {
        var redactor = ProductParts.Redactor(golden);
        return piece => Work(() =>
        {
            long turns = 0;
            foreach (var conversation in piece)
                turns += redactor.Redact(conversation).Masked.Turns.Count;
            return ValueTask.FromResult(turns);
        });
    }

    private static PreparedWork Classify(IIntentClassifier classifier) => piece =>
    {
        var texts = UserTexts(piece);
        return Work(() => ValueTask.FromResult((long)classifier.Classify(texts).Count));
    };

    private static PreparedWork Embed(MeasureRequest request, List<object> opened)
    {
        var embedder = ProductParts.Embedder(request.Models);
        opened.Add(embedder);
        return piece =>
        {
            var texts = UserTexts(piece);
            var vectors = new float[texts.Count * embedder.Dimension];
            return Work(() =>
            {
                embedder.Embed(texts, vectors);
                return ValueTask.FromResult((long)texts.Count);
            });
        };
    }

    private static PreparedWork Judge(IConversationJudge judge, IIntentClassifier? classifier, CancellationToken cancellationToken) => piece =>
    {
        var subjects = piece.Select(conversation => new ConversationToJudge(conversation, LabelsOf(conversation, classifier))).ToList();
        return Work(async () =>
        {
            long turns = 0;
            foreach (var subject in subjects)
            {
                await judge.JudgeAsync(subject, cancellationToken);
                turns += subject.Conversation.Turns.Count;
            }

            return turns;
        });
    };

    private static PreparedWork Facts(JudgedPieces prepared, CancellationToken cancellationToken)
    {
        var facts = new FactsCalculator(prepared.Options);
        return async piece =>
        {
            var judged = await prepared.JudgeAsync(piece, cancellationToken);
            return () =>
            {
                long turns = 0;
                foreach (var (conversation, labels, verdicts) in judged)
                {
                    facts.Calculate(conversation, labels, verdicts);
                    turns += conversation.Turns.Count;
                }

                return ValueTask.FromResult(turns);
            };
        };
    }

    private static ValueTask<Func<ValueTask<long>>> Work(Func<ValueTask<long>> work) => ValueTask.FromResult(work);
}
