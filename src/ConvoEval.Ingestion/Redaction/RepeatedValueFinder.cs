using System;
using System.Collections.Generic;
using ConvoEval.Domain.Labels;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// Finds values again that were personal data elsewhere in the conversation: a number that a word named once is the
/// same number where nothing names it.
/// </summary>
internal sealed class RepeatedValueFinder
{
    // Shorter values (a date such as 1/2/61) would hit strangers.
    private const int MinLength = 7;
    private const int MaxLength = 20;

    private readonly Dictionary<string, string> _entities = new(StringComparer.Ordinal);
    private readonly bool[] _first = new bool[128];

    /// <summary>Remembers a value.</summary>
    public void Remember(string entity, string value)
    {
        if (entity is not (PiiEntity.Phone or PiiEntity.Card or PiiEntity.NationalId or PiiEntity.DateOfBirth))
        {
            return;
        }

        var compact = PiiValue.Compact(FoldedText.Of(value).Chars);
        if (compact.Length is >= MinLength and <= MaxLength && compact.IndexOfAnyInRange('0', '9') >= 0 &&
            _entities.TryAdd(compact, entity))
        {
            _first[compact[0]] = true;
        }
    }

    /// <summary>Adds the repeats in a text to the spans that were found in it.</summary>
    public IReadOnlyList<PiiSpan> AddTo(string text, IReadOnlyList<PiiSpan> spans)
    {
        if (_entities.Count == 0 || text.Length < MinLength)
        {
            return spans;
        }

        var folded = FoldedText.Of(text);
        var chars = folded.Chars;
        List<PiiSpan>? all = null;
        var next = 0;
        for (var i = 0; i < chars.Length; i++)
        {
            var c = char.ToUpperInvariant(chars[i]);
            if (c >= 128 || !_first[c] || (i > 0 && Characters.IsWord(chars[i - 1])))
            {
                continue;
            }

            var end = MatchEnd(chars, i, out var entity);
            if (end == 0)
            {
                continue;
            }

            var span = new PiiSpan(folded.OriginalStart(i), folded.OriginalEnd(end), entity);
            while (next < spans.Count && spans[next].End <= span.Start)
            {
                next++;
            }

            if (next == spans.Count || spans[next].Start >= span.End)
            {
                all ??= [.. spans];
                all.Add(span);
                i = end - 1;
            }
        }

        all?.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return all ?? spans;
    }

    private int MatchEnd(ReadOnlySpan<char> chars, int start, out string entity)
    {
        Span<char> compact = stackalloc char[MaxLength];
        var lookup = _entities.GetAlternateLookup<ReadOnlySpan<char>>();
        var count = 0;
        var best = 0;
        entity = "";
        for (var i = start; i < chars.Length && count < MaxLength; i++)
        {
            if (Characters.IsLatinOrDigit(chars[i]))
            {
                compact[count++] = char.ToUpperInvariant(chars[i]);
                var isWhole = i + 1 == chars.Length || !Characters.IsWord(chars[i + 1]);
                if (isWhole && count >= MinLength && lookup.TryGetValue(compact[..count], out var found))
                {
                    best = i + 1;
                    entity = found;
                }
            }
            else if (!Characters.IsSeparator(chars[i]) && chars[i] is not ('(' or ')'))
            {
                break;
            }
        }

        return best;
    }
}
