using System;
using System.Collections.Generic;
using System.Text;
using ConvoEval.Domain.Labels;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>The masks of one conversation: which value has which number, and how many spans were masked.</summary>
internal sealed class MaskLedger
{
    private readonly Dictionary<(string Entity, string Key), string> _tokens = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Spans masked.</summary>
    public int SpanCount { get; private set; }

    /// <summary>Spans masked by class, in ordinal order.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>Keeps the numbers of masks that a text already carries from being given to other values.</summary>
    public void Reserve(string text)
    {
        for (var i = text.IndexOf('[', StringComparison.Ordinal); i >= 0; i = text.IndexOf('[', i + 1))
        {
            if (MaskToken.Read(text, i, out var entity, out var number) > 0)
            {
                _numbers[entity] = Math.Max(_numbers.GetValueOrDefault(entity), number);
            }
        }
    }

    /// <summary>Replaces spans by their masks.</summary>
    public string Apply(string text, IReadOnlyList<PiiSpan> spans)
    {
        if (spans.Count == 0)
        {
            return text;
        }

        var masked = new StringBuilder(text.Length);
        var position = 0;
        foreach (var span in spans)
        {
            masked.Append(text, position, span.Start - position);
            masked.Append(TokenOf(span.Entity, text[span.Start..span.End]));
            position = span.End;
            _counts[span.Entity] = _counts.GetValueOrDefault(span.Entity) + 1;
            SpanCount++;
        }

        return masked.Append(text, position, text.Length - position).ToString();
    }

    private string TokenOf(string entity, string value)
    {
        var key = (entity, PiiValue.KeyOf(entity, value));
        if (!_tokens.TryGetValue(key, out var token))
        {
            var number = _numbers.GetValueOrDefault(entity) + 1;
            _numbers[entity] = number;
            token = MaskToken.Write(entity, number);
            _tokens.Add(key, token);
        }

        return token;
    }
}
