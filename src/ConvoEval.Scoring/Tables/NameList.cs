using System;
using System.Collections.Generic;

namespace ConvoEval.Scoring.Tables;

/// <summary>Names in order of first sight, each kept once.</summary>
internal sealed class NameList
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    public int Count => _names.Count;

    public string this[int number] => _names[number];

    /// <summary>Number of the name, new or known; −1 for null.</summary>
    public int NumberOf(string? name)
    {
        if (name is null)
            return FactsRow.Unknown;
        if (_numbers.TryGetValue(name, out var number))
            return number;
        _numbers.Add(name, _names.Count);
        _names.Add(name);
        return _names.Count - 1;
    }

    /// <summary>Number of a name; −1 when it is not in the list.</summary>
    public int Find(string name) => _numbers.TryGetValue(name, out var number) ? number : FactsRow.Unknown;

    /// <summary>Place of every name in ordinal order, by number: independent of the order in which they came.</summary>
    public int[] Ranks()
    {
        var names = _names.ToArray();
        var numbers = new int[names.Length];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = i;
        Array.Sort(names, numbers, StringComparer.Ordinal);
        var ranks = new int[names.Length];
        for (var i = 0; i < numbers.Length; i++)
            ranks[numbers[i]] = i;
        return ranks;
    }
}
