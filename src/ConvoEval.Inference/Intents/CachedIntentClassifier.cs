using System;
using System.Collections.Generic;
using ConvoEval.Domain.Labels;

namespace ConvoEval.Inference.Intents;

/// <summary>
/// Remembers the labels of texts across calls, for the many equal texts of chat traffic. At most a given number of
/// labels is kept:
/// when the younger half is full, the older half is forgotten. Safe to use from several threads.
/// </summary>
public sealed class CachedIntentClassifier : IIntentClassifier
{
    /// <summary>Longer texts hardly ever repeat, and are not kept.</summary>
    private const int LongestKeptText = 400;

    private readonly object _gate = new();
    private readonly IIntentClassifier _inner;
    private readonly int _halfCapacity;
    private Dictionary<string, TurnLabel> _young = new(StringComparer.Ordinal);
    private Dictionary<string, TurnLabel> _old = new(StringComparer.Ordinal);

    /// <summary>Puts a cache around a classifier, which stays the caller's to dispose.</summary>
    /// <param name="inner">Labels what is not remembered.</param>
    /// <param name="capacity">Labels kept at most; at least 2.</param>
    public CachedIntentClassifier(IIntentClassifier inner, int capacity)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 2);
        _inner = inner;
        _halfCapacity = capacity / 2;
    }

    /// <inheritdoc/>
    public ModelIdentity Identity => _inner.Identity;

    /// <inheritdoc/>
    public IReadOnlyList<string> Intents => _inner.Intents;

    /// <inheritdoc/>
    public IReadOnlyList<TurnLabel> Classify(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var labels = new TurnLabel?[texts.Count];
        var missing = new List<string>();
        var missingPlaces = new List<int>();
        lock (_gate)
        {
            for (var i = 0; i < labels.Length; i++)
            {
                var text = texts[i] ?? throw new ArgumentException($"Text {i} is null.", nameof(texts));
                labels[i] = Remembered(text);
                if (labels[i] is null)
                {
                    missing.Add(text);
                    missingPlaces.Add(i);
                }
            }
        }

        var found = missing.Count == 0 ? [] : _inner.Classify(missing);
        lock (_gate)
        {
            for (var i = 0; i < missing.Count; i++)
            {
                labels[missingPlaces[i]] = found[i];
                Remember(missing[i], found[i]);
            }
        }

        // Every place was filled from the cache or by the inner classifier, which answers each text.
        return Array.ConvertAll(labels, label => label!);
    }

    private TurnLabel? Remembered(string text)
    {
        if (_young.TryGetValue(text, out var label))
        {
            return label;
        }

        if (_old.TryGetValue(text, out label))
        {
            Remember(text, label);
        }

        return label;
    }

    private void Remember(string text, TurnLabel label)
    {
        if (text.Length > LongestKeptText)
        {
            return;
        }

        if (_young.Count >= _halfCapacity)
        {
            (_old, _young) = (_young, _old);
            _young.Clear();
        }

        _young[text] = label;
    }
}
