namespace ConvoEval.Scoring.Kpis;

/// <summary>Assumptions of estimates that decide what a comparison may say.</summary>
internal static class AssumptionNames
{
    /// <summary>
    /// The judge was measured on responses of other versions; such estimates never make "better" or "worse".
    /// </summary>
    public const string LicenceOfOtherVersions = "licence_of_other_versions";
}
