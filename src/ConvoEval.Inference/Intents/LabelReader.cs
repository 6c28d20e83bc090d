using System;
using System.Collections.Generic;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Inference.Intents;

/// <summary>
/// Makes a label out of the numbers of a model. Numbers are rounded to six decimals, so that the last bits of a float,
/// which differ
/// between processors, do not show; ties go to the intent that comes first.
/// </summary>
internal static class LabelReader
{
    /// <summary>Candidates of a label.</summary>
    private const int MostCandidates = 5;
    private const int Decimals = 6;

    /// <summary>
    /// Reads one row of probabilities and its out-of-scope score. A text in which the model knows nothing is out of
    /// scope whatever the
    /// score: only the constants of the separators spoke.
    /// </summary>
    public static TurnLabel Read(LabelFile labels, int terms, ReadOnlySpan<float> probabilities, float outOfScope)
    {
        var candidates = Best(labels, probabilities);
        var score = Rounded(outOfScope);
        return new TurnLabel
        {
            Intent = candidates[0].Intent,
            Confidence = candidates[0].Confidence ?? 0,
            OutOfScope = score,
            IsOutOfScope = terms == 0 || score > labels.OutOfScopeThreshold,
            Candidates = candidates,
            Set = Set(labels, probabilities, candidates),
        };
    }

    /// <summary>Rounds as labels are rounded.</summary>
    public static double Rounded(double value) => Math.Round(value, Decimals, MidpointRounding.ToEven);

    private static IntentCandidate[] Best(LabelFile labels, ReadOnlySpan<float> probabilities)
    {
        Span<int> best = stackalloc int[MostCandidates];
        var found = 0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            var place = found;
            while (place > 0 && probabilities[i] > probabilities[best[place - 1]])
            {
                place--;
            }

            if (place >= MostCandidates)
            {
                continue;
            }

            found = Math.Min(found + 1, MostCandidates);
            for (var k = found - 1; k > place; k--)
            {
                best[k] = best[k - 1];
            }

            best[place] = i;
        }

        var candidates = new IntentCandidate[found];
        for (var k = 0; k < found; k++)
        {
            candidates[k] = new IntentCandidate(labels.Intents[best[k]], Rounded(probabilities[best[k]]));
        }

        return candidates;
    }

    private static string[] Set(LabelFile labels, ReadOnlySpan<float> probabilities, IntentCandidate[] candidates)
    {
        var size = 0;
        foreach (var probability in probabilities)
        {
            size += Rounded(probability) >= labels.SetThreshold ? 1 : 0;
        }

        if (size == 0)
        {
            return [];
        }

        if (size == 1)
        {
            return [candidates[0].Intent];
        }

        var members = new List<(double Probability, int Column)>(size);
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (Rounded(probabilities[i]) >= labels.SetThreshold)
            {
                members.Add((-Rounded(probabilities[i]), i));
            }
        }

        members.Sort();
        return [.. members.ConvertAll(member => labels.Intents[member.Column])];
    }
}
