using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text;
using ConvoEval.Domain.Labels;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// Finds personal data that has a form: e-mail, telephone, payment card, IBAN, IP address, URL credentials, date of
/// birth, national id. Pure and safe for use by many threads. Time is linear in the length of the text. What is already
/// masked is never found again. Names and addresses are not its business.
/// </summary>
public sealed class PiiDetector
{
    private const int MaxRounds = 16;

    private static readonly SearchValues<char> Triggers = SearchValues.Create("0123456789@");

    // Spelled addresses, the short form of IPv6, and secrets in a URL may come without digit and without @.
    private static readonly SearchValues<string> TriggerWords = SearchValues.Create(
        ["dot", "punto", "point", "punkt", "ponto", "(at)", "[at]", "{at}", "<at>", "( at", "[ at", "::", "%40",
         "?", "&"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Changes whenever the rules change; stored with what was masked.</summary>
    public string Version => "pii-rules-1";

    /// <summary>Finds personal data.</summary>
    /// <param name="text">Any text, of any length.</param>
    /// <returns>
    /// Spans in order of position, without overlap; offsets are UTF-16 units of <paramref name="text"/>.
    /// </returns>
    public IReadOnlyList<PiiSpan> Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return DetectIn(text);
    }

    /// <summary>
    /// Finds personal data in a value that has a name, such as a JSON member: the name is its context.
    /// </summary>
    internal IReadOnlyList<PiiSpan> Detect(string? name, string text)
    {
        if (string.IsNullOrEmpty(name) || !MayHoldAny(text))
        {
            return DetectIn(text);
        }

        var prefix = name + ": ";
        var spans = new List<PiiSpan>();
        foreach (var span in DetectIn(prefix + text))
        {
            if (span.Start >= prefix.Length)
            {
                spans.Add(new PiiSpan(span.Start - prefix.Length, span.End - prefix.Length, span.Entity));
            }
        }

        return spans;
    }

    private static IReadOnlyList<PiiSpan> DetectIn(string text)
    {
        if (!MayHoldAny(text))
        {
            return [];
        }

        var folded = FoldedText.Of(text);
        var scan = new PiiScan(folded.Chars);

        // What is claimed may free its neighbours (a number after an address), so the finders run until they find no
        // more: then the masked text, read again, holds nothing either.
        for (var round = 0; round < MaxRounds; round++)
        {
            RunFinders(scan);
            if (!scan.NextRound())
            {
                break;
            }
        }

        return ToOriginal(scan.Found, folded);
    }

    private static void RunFinders(PiiScan scan)
    {
        UrlCredentialsFinder.Find(scan);
        EmailFinder.Find(scan);
        SpelledEmailFinder.Find(scan);
        if (scan.Work.IndexOfAny(Characters.Digits) < 0 && !scan.Work.Contains("::", StringComparison.Ordinal))
        {
            return;
        }

        IbanFinder.Find(scan);
        IpAddressFinder.Find(scan);
        CardFinder.Find(scan);
        BirthDateFinder.Find(scan);
        NationalIdFinder.Find(scan);
        PhoneFinder.Find(scan);
    }

    private static PiiSpan[] ToOriginal(IReadOnlyList<PiiSpan> found, FoldedText folded)
    {
        if (found.Count == 0)
        {
            return [];
        }

        var spans = new PiiSpan[found.Count];
        for (var i = 0; i < spans.Length; i++)
        {
            var span = found[i];
            spans[i] = new PiiSpan(folded.OriginalStart(span.Start), folded.OriginalEnd(span.End), span.Entity);
        }

        Array.Sort(spans, static (a, b) => a.Start.CompareTo(b.Start));
        return spans;
    }

    private static bool MayHoldAny(string text)
    {
        if (text.AsSpan().IndexOfAny(Triggers) >= 0 || text.AsSpan().ContainsAny(TriggerWords))
        {
            return true;
        }

        if (Ascii.IsValid(text))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (CharacterFolding.MayHideDigitOrAt(c))
            {
                return true;
            }
        }

        return false;
    }
}
