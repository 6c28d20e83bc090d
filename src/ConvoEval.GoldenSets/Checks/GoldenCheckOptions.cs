using System;

namespace ConvoEval.GoldenSets.Checks;

/// <summary>When a check speaks up. The sizes are those of docs/formats/golden-set.md.</summary>
public sealed record GoldenCheckOptions
{
    /// <summary>UTC day of the check, by which items are expired.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Curated responses of a class, version and calibrate split below which no judge can be licensed. Default 30.</summary>
    public int LicenceSize { get; init; } = 30;

    /// <summary>The same, below which a corrected rate is too wide to be told. Default 50.</summary>
    public int ReportSize { get; init; } = 50;

    /// <summary>The same, below which it is too wide to gate a release. Default 100.</summary>
    public int GateSize { get; init; } = 100;

    /// <summary>Curated responses of a class and version on the tune split below which a judge can hardly be tuned. Default 10.</summary>
    public int TuneSize { get; init; } = 10;

    /// <summary>Random reviews of a version below which a rate cannot be estimated from them. Default 50.</summary>
    public int RandomSize { get; init; } = 50;

    /// <summary>Share of bad responses without a number, date or negation below which the set is too easy for rules. Default 0.2.</summary>
    public double LowestCuelessShare { get; init; } = 0.2;

    /// <summary>Similarity of two variants, from 0 to 1, from which they are nearly the same. Default 0.85.</summary>
    public double VariantSimilarity { get; init; } = 0.85;

    /// <summary>Share of the words of a required fact that one approved answer has to have; people paraphrase. Default 0.33.</summary>
    public double FactCoverage { get; init; } = 0.33;

    /// <summary>Share of responses of a version that stand there more than once, from which intervals are too narrow. Default 0.1.</summary>
    public double RepeatedShare { get; init; } = 0.1;
}
