using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConvoEval.Domain.Runs;
using ConvoEval.Inference.Text;

namespace ConvoEval.Inference.Fitting.Examples;

/// <summary>
/// Examples made fit for training: intents in ordinal order, texts that read the same (case and punctuation apart)
/// once. Of equal
/// texts with different intents the first counts.
/// </summary>
internal sealed class TrainingSet
{
    private TrainingSet(List<string> texts, List<int> classOf, string[] intents, List<RejectedInput> rejected)
    {
        Texts = texts;
        ClassOf = classOf;
        Intents = intents;
        Rejected = rejected;
    }

    /// <summary>Texts in order of the examples.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Index into <see cref="Intents"/> per text; -1 for out of scope.</summary>
    public IReadOnlyList<int> ClassOf { get; }

    /// <summary>Intents in ordinal order, without the one for out of scope.</summary>
    public IReadOnlyList<string> Intents { get; }

    /// <summary>Examples left out, with the reasons duplicate, contradiction and empty_text.</summary>
    public IReadOnlyList<RejectedInput> Rejected { get; }

    /// <summary>Prepares examples.</summary>
    /// <exception cref="InvalidDataException">Fewer than two intents, or an intent with fewer than two different
    /// texts.</exception>
    public static TrainingSet From(IReadOnlyList<IntentExample> examples, string outOfScopeIntent, NgramOptions ngrams)
    {
        string[] intents =
        [
            .. examples.Select(example => example.Intent)
                .Where(intent => intent != outOfScopeIntent)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        if (intents.Length < 2)
        {
            throw new InvalidDataException(
                $"Training needs at least two intents besides '{outOfScopeIntent}'; "
                + $"the examples have {intents.Length}.");
        }

        var places = intents.Select((intent, index) => (intent, index)).ToDictionary(
            pair => pair.intent, pair => pair.index, StringComparer.Ordinal);
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        var texts = new List<string>();
        var classOf = new List<int>();
        var rejected = new List<RejectedInput>();
        for (var i = 0; i < examples.Count; i++)
        {
            var (text, intent) = examples[i];
            var words = Words(text, ngrams);
            if (words.Length == 0)
            {
                Reject(i, "empty_text", "The text has no words.");
            }
            else if (seen.TryAdd(words, intent))
            {
                texts.Add(text);
                classOf.Add(intent == outOfScopeIntent ? -1 : places[intent]);
            }
            else if (seen[words] == intent)
            {
                Reject(i, "duplicate", "The text was there before with the same intent.");
            }
            else
            {
                Reject(i, "contradiction", $"The text was there before as '{seen[words]}' and is here '{intent}'.");
            }
        }

        for (var intent = 0; intent < intents.Length; intent++)
        {
            var count = classOf.Count(place => place == intent);
            if (count < 2)
            {
                throw new InvalidDataException(
                    $"Intent '{intents[intent]}' has {count} different text(s); "
                    + "training needs at least two of each intent.");
            }
        }

        return new TrainingSet(texts, classOf, intents, rejected);

        void Reject(int index, string code, string message) => rejected.Add(
            new RejectedInput { File = "examples", Line = index + 1, ReasonCode = code, Message = message });
    }

    private static string Words(string text, NgramOptions ngrams)
    {
        var buffer = new char[(2 * Math.Min(text.Length, ngrams.MaxCharacters)) + 2];
        return new string(buffer, 0, WordReader.Read(text, ngrams.MaxCharacters, buffer));
    }
}
