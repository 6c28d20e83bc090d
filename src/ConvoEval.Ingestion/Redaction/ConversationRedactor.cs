using System;
using System.Collections.Generic;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// Masks personal data in all texts of a conversation. The same value gets the same mask everywhere in it, numbered in
/// order of first appearance; a value that was named once is masked wherever it stands again. JSON stays valid, and
/// masking what is masked changes nothing. Safe for use by many threads.
/// </summary>
public sealed class ConversationRedactor
{
    private const int MaxRounds = 4;

    private readonly PiiDetector _detector;
    private readonly AllowedValues _allowed;
    private readonly byte[] _userKeySecret;

    /// <summary>Makes a redactor.</summary>
    /// <param name="detector">What finds personal data.</param>
    /// <param name="allowed">Public values that stay.</param>
    /// <param name="userKeySecret">
    /// Key of the hash that replaces user keys which are addresses or numbers. Without one (empty) the hash still hides
    /// the value from readers, but whoever tries all telephone numbers can undo it.
    /// </param>
    public ConversationRedactor(PiiDetector detector, AllowedValues allowed, ReadOnlyMemory<byte> userKeySecret)
    {
        ArgumentNullException.ThrowIfNull(detector);
        ArgumentNullException.ThrowIfNull(allowed);
        _detector = detector;
        _allowed = allowed;
        _userKeySecret = userKeySecret.ToArray();
    }

    /// <summary>
    /// Masks a conversation: all texts, tool arguments and results, passages, events, tags and the expected task.
    /// </summary>
    public RedactedConversation Redact(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var ledger = new MaskLedger();
        var repeats = new RepeatedValueFinder();
        var found = new Dictionary<(string? Name, string Text), IReadOnlyList<PiiSpan>>();
        ConversationTexts.Rewrite(conversation, (name, text) =>
        {
            ledger.Reserve(text);
            var spans = Find(name, text);
            if (spans.Count > 0 && found.TryAdd((name, text), spans))
            {
                foreach (var span in spans)
                {
                    repeats.Remember(span.Entity, text[span.Start..span.End]);
                }
            }

            return text;
        });

        var masked = found.Count == 0 ? conversation : ConversationTexts.Rewrite(
            conversation,
            (name, text) => Mask(name, text, found.GetValueOrDefault((name, text), []), repeats, ledger));
        var userKey = masked.UserKey is null ? null : PseudonymOf(masked.UserKey);
        return new RedactedConversation(
            ReferenceEquals(userKey, masked.UserKey) ? masked : masked with { UserKey = userKey },
            ledger.SpanCount,
            ledger.Counts);
    }

    /// <summary>Masks a text that stands alone.</summary>
    public RedactedText Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = Find(null, text);
        var ledger = new MaskLedger();
        ledger.Reserve(text);
        var repeats = new RepeatedValueFinder();
        foreach (var span in spans)
        {
            repeats.Remember(span.Entity, text[span.Start..span.End]);
        }

        spans = repeats.AddTo(text, spans);
        return new RedactedText(ledger.Apply(text, spans), spans);
    }

    /// <summary>
    /// What stands for a user in masked conversations: a hash when the key is an address or a number, else the key.
    /// Whoever erases a person by such a key looks for this.
    /// </summary>
    public string PseudonymOf(string userKey)
    {
        ArgumentNullException.ThrowIfNull(userKey);
        return UserPseudonym.Of(userKey, _detector, _userKeySecret);
    }

    private string Mask(
        string? name, string text, IReadOnlyList<PiiSpan> spans, RepeatedValueFinder repeats, MaskLedger ledger)
    {
        var all = repeats.AddTo(text, spans);
        var masked = ledger.Apply(text, all);

        // A masked repeat may free its neighbour; then the text is read once more, as a second masking would read it.
        for (var round = 0; all.Count > spans.Count && round < MaxRounds; round++)
        {
            spans = [];
            all = Find(name, masked);
            masked = ledger.Apply(masked, all);
        }

        return masked;
    }

    private IReadOnlyList<PiiSpan> Find(string? name, string text)
    {
        var spans = _detector.Detect(name, text);
        if (spans.Count == 0 || _allowed.Count == 0)
        {
            return spans;
        }

        var kept = new List<PiiSpan>(spans.Count);
        foreach (var span in spans)
        {
            if (!_allowed.Contains(span.Entity, text[span.Start..span.End]))
            {
                kept.Add(span);
            }
        }

        return kept;
    }
}
