using System;
using System.Collections.Generic;

namespace ConvoEval.Storage.Sqlite;

/// <summary>
/// Gives the same object for equal texts, so that a million rows with ten intents hold ten texts. Bounded in number and
/// length: a column that does not repeat cannot fill the memory.
/// </summary>
internal sealed class RepeatedTexts
{
    private const int Capacity = 4096;
    private const int LongestText = 128;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public string Same(string text)
    {
        if (text.Length > LongestText)
        {
            return text;
        }

        if (_texts.TryGetValue(text, out var known))
        {
            return known;
        }

        if (_texts.Count < Capacity)
        {
            _texts.Add(text, text);
        }

        return text;
    }

    public string? SameOptional(string? text) => text is null ? null : Same(text);
}
