using System.Collections.Generic;

namespace ConvoEval.Domain.Golden;

/// <summary>
/// What the golden set says of a judge on a criterion and a bot version. Positive = the annotator found the response good.
/// </summary>
public sealed record JudgeLicence
{
    /// <summary>Name of the judge.</summary>
    public required string Judge { get; init; }

    /// <summary>Hash of the judge digest the licence belongs to.</summary>
    public required string JudgeHash { get; init; }

    /// <summary>Criterion.</summary>
    public required string Criterion { get; init; }

    /// <summary>Bot version whose responses were used; null = all versions together.</summary>
    public string? BotVersion { get; init; }

    /// <summary>Name and version of the golden set.</summary>
    public required string GoldenSet { get; init; }

    /// <summary>Who annotated the golden verdicts, as the manifest says: authored, or human; null when not known.</summary>
    public string? Annotator { get; init; }

    /// <summary>The licence.</summary>
    public required LicenceState State { get; init; }

    /// <summary>Why, in words; one sentence each.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Good nights in a row that are still owed before a lost licence comes back; 0 = none.</summary>
    public int GoodNightsOwed { get; init; }

    /// <summary>Good responses that the judge passed.</summary>
    public required long GoodPassed { get; init; }

    /// <summary>Good responses that the judge failed.</summary>
    public required long GoodFailed { get; init; }

    /// <summary>Bad responses that the judge passed.</summary>
    public required long BadPassed { get; init; }

    /// <summary>Bad responses that the judge failed.</summary>
    public required long BadFailed { get; init; }

    /// <summary>Golden responses on which it abstained, or which it did not match to a golden answer.</summary>
    public required long Abstained { get; init; }

    /// <summary>Golden responses that it could not score.</summary>
    public required long Unscored { get; init; }

    /// <summary>Share of good responses that it passes; null without good ones.</summary>
    public double? Sensitivity { get; init; }

    /// <summary>Lower bound of the 95 % Wilson interval of the sensitivity.</summary>
    public double? SensitivityLow { get; init; }

    /// <summary>Upper bound.</summary>
    public double? SensitivityHigh { get; init; }

    /// <summary>Share of bad responses that it fails; null without bad ones.</summary>
    public double? Specificity { get; init; }

    /// <summary>Lower bound of the 95 % Wilson interval of the specificity.</summary>
    public double? SpecificityLow { get; init; }

    /// <summary>Upper bound.</summary>
    public double? SpecificityHigh { get; init; }

    /// <summary>Sensitivity + specificity − 1; null when either is.</summary>
    public double? Youden { get; init; }

    /// <summary>Lower bound of the square-and-add interval of <see cref="Youden"/>.</summary>
    public double? YoudenLow { get; init; }
}
