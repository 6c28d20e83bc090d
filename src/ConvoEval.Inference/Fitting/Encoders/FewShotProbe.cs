using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ConvoEval.Inference.Embedding;
using ConvoEval.Inference.Fitting.Linear;
using ConvoEval.Inference.Text;

namespace ConvoEval.Inference.Fitting.Encoders;

/// <summary>
/// How well a handful of labelled texts per group, seen through an encoder, tell the groups of other texts: the usual
/// test of encoders
/// on intent sets (eight texts per intent).
/// </summary>
internal static class FewShotProbe
{
    private const int Shots = 8;
    private const int Draws = 5;
    private const int MostTests = 2000;

    /// <summary>
    /// Mean accuracy over five draws of linear separators and of the nearest text. Each draw halves the texts at
    /// random, learns from
    /// eight per group of one half and is measured on at most 2,000 of the other.
    /// </summary>
    public static (double Separators, double Nearest, long Tests) Measure(
        IUtteranceEmbedder embedder,
        IReadOnlyList<string> texts,
        IReadOnlyList<int> groups,
        ulong seed,
        CancellationToken cancellationToken)
    {
        var dimension = embedder.Dimension;
        var vectors = new float[checked(texts.Count * dimension)];
        embedder.Embed(texts, vectors);
        var classes = groups.Max() + 1;
        var random = new SeededShuffle(seed);
        double separators = 0, nearest = 0;
        long tests = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            var order = Enumerable.Range(0, texts.Count).ToArray();
            random.Shuffle<int>(order);
            int[] shots =
            [
                .. order.Take(texts.Count / 2).GroupBy(text => groups[text]).SelectMany(group => group.Take(Shots)),
            ];
            var held = order.Skip(texts.Count / 2).Take(MostTests).ToArray();
            var weights = MaximumMarginTrainer.Fit(
                Dense(vectors, shots, dimension),
                Array.ConvertAll(shots, text => groups[text]),
                classes,
                dimension,
                new MaximumMarginOptions { Seed = seed },
                cancellationToken);
            double all = held.Length * Draws;
            separators += held.Count(text => Best(weights, vectors, text, dimension) == groups[text]) / all;
            nearest += held.Count(text => groups[Nearest(vectors, text, shots, dimension)] == groups[text]) / all;
            tests += held.Length;
        }

        return (separators, nearest, tests);
    }

    private static SparseRows Dense(float[] vectors, int[] texts, int dimension)
    {
        var starts = Enumerable.Range(0, texts.Length + 1).Select(i => i * dimension).ToArray();
        var columns = new int[texts.Length * dimension];
        var values = new float[texts.Length * dimension];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = i % dimension;
            values[i] = vectors[(texts[i / dimension] * dimension) + columns[i]];
        }

        return SparseRows.Of(starts, columns, values);
    }

    private static int Best(LinearWeights weights, float[] vectors, int text, int dimension)
    {
        var columns = Enumerable.Range(0, dimension).ToArray();
        var scores = new float[weights.Classes];
        weights.Score(columns, vectors.AsSpan(text * dimension, dimension), scores);
        return Array.IndexOf(scores, scores.Max());
    }

    private static int Nearest(float[] vectors, int text, int[] shots, int dimension)
    {
        var best = shots[0];
        var bestCosine = float.NegativeInfinity;
        foreach (var shot in shots)
        {
            var cosine = LaneMath.Dot(
                vectors.AsSpan(text * dimension, dimension), vectors.AsSpan(shot * dimension, dimension));
            if (cosine > bestCosine)
            {
                (best, bestCosine) = (shot, cosine);
            }
        }

        return best;
    }
}
