using System;
using System.Collections.Generic;
using ConvoEval.Inference.Fitting.Linear;

namespace ConvoEval.Inference.Fitting.Encoders;

/// <summary>Draws pairs of texts that belong together out of one corpus.</summary>
internal sealed class PairSampler
{
    private readonly CorpusKind _kind;
    private readonly int _firstText;
    private readonly int[] _groupOf;
    private readonly int[] _eligible;
    private readonly Dictionary<int, int[]> _members = [];

    /// <summary>Prepares a corpus whose texts stand in a common list from <paramref name="firstText"/> on.</summary>
    public PairSampler(EncoderCorpus corpus, int firstText)
    {
        _kind = corpus.Kind;
        _firstText = firstText;
        _groupOf = [.. corpus.Groups];
        var members = new Dictionary<int, List<int>>();
        for (var i = 0; i < _groupOf.Length; i++)
        {
            if (!members.TryGetValue(_groupOf[i], out var list))
            {
                members.Add(_groupOf[i], list = []);
            }

            list.Add(i);
        }

        var eligible = new List<int>();
        for (var i = 0; i < _groupOf.Length; i++)
        {
            var isEligible = _kind switch
            {
                CorpusKind.Plain => true,
                CorpusKind.Dialogue => i + 1 < _groupOf.Length && _groupOf[i + 1] == _groupOf[i],
                _ => members[_groupOf[i]].Count > 1,
            };
            if (isEligible)
            {
                eligible.Add(i);
            }
        }

        _eligible = [.. eligible];
        if (_kind is CorpusKind.Labelled or CorpusKind.SameAnswer)
        {
            foreach (var (group, list) in members)
            {
                _members.Add(group, [.. list]);
            }
        }
    }

    /// <summary>Number of texts that have a partner.</summary>
    public int Eligible => _eligible.Length;

    /// <summary>
    /// Fills a batch with the indices of texts, anchors first and then their partners, and with a group per pair:
    /// pairs of equal
    /// group are no negatives of each other.
    /// </summary>
    public void Draw(ref SeededShuffle random, Span<int> texts, Span<int> groups)
    {
        var size = groups.Length;
        for (var pair = 0; pair < size; pair++)
        {
            var anchor = _eligible[random.NextBelow(_eligible.Length)];
            var partner = anchor;
            if (_kind == CorpusKind.Dialogue)
            {
                partner = anchor + 1;
            }
            else if (_kind != CorpusKind.Plain)
            {
                var members = _members[_groupOf[anchor]];
                partner = members[random.NextBelow(members.Length)];
            }

            texts[pair] = _firstText + anchor;
            texts[size + pair] = _firstText + partner;
            groups[pair] = _kind is CorpusKind.Labelled or CorpusKind.SameAnswer ? _groupOf[anchor] : partner;
        }
    }
}
