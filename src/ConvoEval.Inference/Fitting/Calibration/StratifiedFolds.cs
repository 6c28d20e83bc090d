using System.Collections.Generic;
using ConvoEval.Inference.Fitting.Linear;

namespace ConvoEval.Inference.Fitting.Calibration;

/// <summary>Deals examples into parts so that every class is spread as evenly as it can be.</summary>
internal static class StratifiedFolds
{
    /// <summary>Part per example, from 0. Depends on the order of the examples and on the seed.</summary>
    /// <param name="classOf">Class per example, from -1.</param>
    /// <param name="folds">Number of parts.</param>
    /// <param name="seed">Seed of the order inside a class.</param>
    public static int[] Deal(IReadOnlyList<int> classOf, int folds, ulong seed)
    {
        var members = new SortedDictionary<int, List<int>>();
        for (var i = 0; i < classOf.Count; i++)
        {
            if (!members.TryGetValue(classOf[i], out var list))
            {
                members.Add(classOf[i], list = []);
            }

            list.Add(i);
        }

        var foldOf = new int[classOf.Count];
        var random = new SeededShuffle(seed);
        var next = 0;
        foreach (var list in members.Values)
        {
            var order = list.ToArray();
            random.Shuffle<int>(order);
            foreach (var example in order)
            {
                foldOf[example] = next++ % folds;
            }
        }

        return foldOf;
    }
}
