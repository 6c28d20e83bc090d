using System;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// National identity and tax numbers by their form and check digits (<see cref="NationalIdForm"/>), the US social
/// security number, and any number that a word such as passport labels as one.
/// </summary>
internal static class NationalIdFinder
{
    private const int MaxLength = 16;

    public static void Find(PiiScan scan)
    {
        var text = scan.Work;
        for (var i = 0; i < text.Length;)
        {
            var next = text[i..].IndexOfAny(Characters.Digits);
            if (next < 0)
            {
                return;
            }

            var digit = i + next;
            var end = TryAt(scan, digit, out var start);
            if (end > 0)
            {
                scan.Claim(start, end, PiiEntity.NationalId);
                i = end;
                continue;
            }

            i = digit;
            while (i < text.Length && Characters.IsDigit(text[i]))
            {
                i++;
            }
        }
    }

    // A label may claim more than a form that matches inside: "National ID: NID-123456789".
    private static int TryAt(PiiScan scan, int digit, out int start)
    {
        var end = TryForms(scan, digit, out start);
        var labelledEnd = LabelledNumber.TryAt(scan, digit, out var labelledStart);
        if (end == 0 || (labelledEnd >= end && labelledStart <= start))
        {
            start = labelledStart;
            return labelledEnd;
        }

        return end;
    }

    private static int TryForms(PiiScan scan, int digit, out int start)
    {
        foreach (var form in NationalIdForm.All)
        {
            start = StartOf(scan.Work, digit, form.LettersBefore);
            if (start < 0 || !IsAtStart(scan.Work, start))
            {
                continue;
            }

            var end = TryForm(scan, start, form);
            if (end > 0)
            {
                return end;
            }
        }

        start = digit;
        return 0;
    }

    private static int TryForm(PiiScan scan, int start, NationalIdForm form)
    {
        Span<char> compact = stackalloc char[MaxLength];
        var text = scan.Work;
        var position = start;
        var separators = 0;
        var hasSmallLetter = false;
        for (var n = 0; n < form.Pattern.Length; n++)
        {
            if (n > 0 && position < text.Length && Characters.IsSeparator(text[position]))
            {
                separators++;
                position++;
            }

            if (position >= text.Length || !Fits(form.Pattern[n], text[position]))
            {
                return 0;
            }

            hasSmallLetter |= char.IsAsciiLetterLower(text[position]);
            compact[n] = char.ToUpperInvariant(text[position++]);
        }

        if ((position < text.Length && Characters.IsWord(text[position])) ||
            !form.IsValid(compact[..form.Pattern.Length]))
        {
            return 0;
        }

        if (form.Proof == NationalIdProof.Punctuated && HasPunctuation(text[start..position], form.Punctuation))
        {
            return IsLabelledOtherwise(scan, start) ? 0 : position;
        }

        if (form.Proof == NationalIdProof.Check && (separators == 0 || !hasSmallLetter))
        {
            return IsLabelledOtherwise(scan, start) ? 0 : position;
        }

        return HasContext(scan, start) ? position : 0;
    }

    private static int StartOf(ReadOnlySpan<char> text, int digit, int letters)
    {
        var start = digit;
        for (var n = 0; n < letters; n++)
        {
            // One blank or dash may stand between the letters and the digits: "X-1234567-L".
            if (n == 0 && start > 1 && text[start - 1] is ' ' or '-')
            {
                start--;
            }

            if (start == 0 || !Characters.IsLatin(text[start - 1]))
            {
                return -1;
            }

            start--;
        }

        return start;
    }

    private static bool Fits(char kind, char c) => kind switch
    {
        'D' => Characters.IsDigit(c),
        'L' => Characters.IsLatin(c),
        _ => Characters.IsLatinOrDigit(c),
    };

    // Compares the separators of a number with the shape they have in print.
    private static bool HasPunctuation(ReadOnlySpan<char> value, string shape)
    {
        if (value.Length != shape.Length)
        {
            return false;
        }

        for (var i = 0; i < shape.Length; i++)
        {
            if (shape[i] != '#' && shape[i] != value[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasContext(PiiScan scan, int start) =>
        ContextWords.NearestBefore(
            scan.Context,
            start,
            40,
            ContextKind.NationalId | ContextKind.Label | ContextKind.Phone | ContextKind.Amount) ==
        ContextKind.NationalId || ContextWords.HasPhraseBefore(scan.Context, start, 40, "national insurance");

    private static bool IsLabelledOtherwise(PiiScan scan, int start) =>
        (ContextWords.LabelOf(scan.Context, start) & (ContextKind.Label | ContextKind.Amount)) != 0 &&
        !HasContext(scan, start);

    private static bool IsAtStart(ReadOnlySpan<char> text, int start) =>
        start == 0 || !(Characters.IsWord(text[start - 1]) ||
            (text[start - 1] is '-' or '.' or '/' or ',' && start > 1 && Characters.IsDigit(text[start - 2])));
}
