using System.Collections.Generic;
using ConvoEval.Domain.Golden;

namespace ConvoEval.Scoring.Kpis;

/// <summary>
/// What is known of the judge of content adherence on one bot version, besides its verdicts in the facts.
/// </summary>
public sealed record AdherenceEvidence
{
    /// <summary>Bot version; null = conversations of unknown version.</summary>
    public string? BotVersion { get; init; }

    /// <summary>Hash of the judge whose verdicts are in the facts.</summary>
    public required string JudgeHash { get; init; }

    /// <summary>
    /// Licence on golden responses of this very version (calibrate split); null when none was measured.
    /// </summary>
    public JudgeLicence? Licence { get; init; }

    /// <summary>Licence on golden responses of all versions together; null when none was measured.</summary>
    public JudgeLicence? PooledLicence { get; init; }

    /// <summary>
    /// All responses that the judge looked at in conversations that count, with whatever outcome: what the reviews were
    /// drawn from. Fewer than the facts hold (such as 0) = those in the facts, all of them with a grade or owing one.
    /// </summary>
    public long Responses { get; init; }

    /// <summary>Random reviews; those of other versions are left out.</summary>
    public IReadOnlyList<ReviewedResponse> Reviews { get; init; } = [];

    /// <summary>Whether the reviews were authored with the sample rather than given by people.</summary>
    public bool AreReviewsAuthored { get; init; }
}
