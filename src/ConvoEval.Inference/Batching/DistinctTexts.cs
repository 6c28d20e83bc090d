using System;
using System.Collections.Generic;

namespace ConvoEval.Inference.Batching;

/// <summary>
/// The different texts of a list, each once, in order of first appearance, and where each text of the list stands
/// among them.
/// </summary>
internal sealed class DistinctTexts
{
    private DistinctTexts(IReadOnlyList<string> texts, int[] places)
    {
        Texts = texts;
        Places = places;
    }

    /// <summary>The different texts.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>Index into <see cref="Texts"/> per text of the list.</summary>
    public int[] Places { get; }

    /// <summary>Finds equal texts (ordinal). A list without repeats is taken as it is.</summary>
    /// <exception cref="ArgumentException">A text is null.</exception>
    public static DistinctTexts Of(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var places = new int[texts.Count];
        var known = new Dictionary<string, int>(texts.Count, StringComparer.Ordinal);
        var distinct = new List<string>(texts.Count);
        for (var i = 0; i < places.Length; i++)
        {
            var text = texts[i] ?? throw new ArgumentException($"Text {i} is null.", nameof(texts));
            if (known.TryAdd(text, distinct.Count))
            {
                places[i] = distinct.Count;
                distinct.Add(text);
            }
            else
            {
                places[i] = known[text];
            }
        }

        return new DistinctTexts(distinct, places);
    }
}
