using System;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>Form of a national id.</summary>
internal sealed class NationalIdForm
{
    private readonly Func<ReadOnlySpan<char>, bool> _isValid;

    private NationalIdForm(
        string pattern, NationalIdProof proof, Func<ReadOnlySpan<char>, bool> isValid, string punctuation = "")
    {
        Pattern = pattern;
        Proof = proof;
        Punctuation = punctuation;
        _isValid = isValid;
        LettersBefore = Math.Max(pattern.IndexOf('D', StringComparison.Ordinal), 0);
    }

    /// <summary>All forms, longer before shorter where one could begin another.</summary>
    public static NationalIdForm[] All { get; } =
    [
        new("LLLLLLAALAALAAAL", NationalIdProof.Check, NationalIdChecks.IsItalianFiscalCode) { LettersBefore = 6 },
        new("DDDDDDDDDDDDDDD", NationalIdProof.Check, NationalIdChecks.IsFrenchNir),
        new("DDDDDDDDDDDDD", NationalIdProof.Check, NationalIdChecks.IsSwissAhv),
        new("DDDDDDDDLDDD", NationalIdProof.Check, NationalIdChecks.IsGermanPension),
        new("DDDDDDDDDDD", NationalIdProof.Context, NationalIdChecks.IsGermanTaxId),
        new("DDDDDDDDDDD", NationalIdProof.Context, NationalIdChecks.IsPolishPesel),
        new("DDDDDDDDDDD", NationalIdProof.Punctuated, NationalIdChecks.IsBelgian, "##.##.##-###.##"),
        new("DDDDDDDDDDD", NationalIdProof.Punctuated, NationalIdChecks.IsBrazilianCpf, "###.###.###-##"),
        new("LLDDDDDDL", NationalIdProof.Check, NationalIdChecks.IsBritishNino),
        new("LLDDDDDD", NationalIdProof.Context, NationalIdChecks.IsBritishNinoStem),
        new("DDDDDDDDL", NationalIdProof.Check, NationalIdChecks.IsSpanishDni),
        new("LDDDDDDDL", NationalIdProof.Check, NationalIdChecks.IsSpanishNie),
        new("DDDDDDDLL", NationalIdProof.Check, NationalIdChecks.IsIrishPps),
        new("DDDDDDDL", NationalIdProof.Check, NationalIdChecks.IsIrishPps),
        new("DDDDDDDDD", NationalIdProof.Punctuated, NationalIdChecks.IsAmericanSsn, "###-##-####"),
        new("DDDDDDDDD", NationalIdProof.Context, NationalIdChecks.IsDutchBsn),
    ];

    /// <summary>D = digit, L = letter, A = either; separators may stand anywhere between.</summary>
    public string Pattern { get; }

    /// <summary>Letters before the first digit.</summary>
    public int LettersBefore { get; private init; }

    /// <summary>What it takes to believe it.</summary>
    public NationalIdProof Proof { get; }

    /// <summary>How it stands in print, with # for each character; empty when no punctuation is usual.</summary>
    public string Punctuation { get; }

    /// <summary>Whether compact characters, letters in capitals, pass the check of the form.</summary>
    public bool IsValid(ReadOnlySpan<char> compact) => _isValid(compact);
}
