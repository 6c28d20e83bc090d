using System;
using System.Collections.Generic;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// Values that look personal and are public: those in golden answers, goals and the contact list of the bot. They are
/// not masked, so that a judge can still check that the bot told the right number.
/// </summary>
public sealed class AllowedValues
{
    // A bare value of a contact list is read as if a word had named it.
    private const int MaxBareLength = 40;

    // Subscriber digits that two spellings of one telephone number share, with and without country code.
    private const int SubscriberDigits = 9;

    private readonly HashSet<(string Entity, string Key)> _keys = [];

    private AllowedValues()
    {
    }

    /// <summary>Nothing is allowed.</summary>
    public static AllowedValues None { get; } = new();

    /// <summary>Number of distinct values.</summary>
    public int Count => _keys.Count;

    /// <summary>Takes the values out of texts, found and normalised as in conversations.</summary>
    /// <param name="detector">The detector that the conversations are read with.</param>
    /// <param name="texts">Golden answers, goals, contact entries; also single values such as "0800 123 4567".</param>
    public static AllowedValues From(PiiDetector detector, IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(detector);
        ArgumentNullException.ThrowIfNull(texts);
        var allowed = new AllowedValues();
        foreach (var text in texts)
        {
            ArgumentNullException.ThrowIfNull(text, nameof(texts));
            var found = allowed.AddFrom(detector, null, text);
            if (!found && text.Length <= MaxBareLength)
            {
                allowed.AddFrom(detector, "phone", text);
            }
        }

        return allowed;
    }

    /// <summary>Whether a value of a class is allowed.</summary>
    internal bool Contains(string entity, string value) =>
        _keys.Count > 0 && _keys.Contains((entity, KeyOf(entity, value)));

    private bool AddFrom(PiiDetector detector, string? name, string text)
    {
        var spans = detector.Detect(name, text);
        foreach (var span in spans)
        {
            _keys.Add((span.Entity, KeyOf(span.Entity, text[span.Start..span.End])));
        }

        return spans.Count > 0;
    }

    private static string KeyOf(string entity, string value)
    {
        var key = PiiValue.KeyOf(entity, value);
        return entity == PiiEntity.Phone && key.Length > SubscriberDigits && !key.Contains('x')
            ? key[^SubscriberDigits..]
            : key;
    }
}
