namespace ConvoEval.Scoring.Comparisons;

/// <summary>Totals of two versions in one stratum; a value is part over whole.</summary>
internal readonly record struct Stratum(
    string Name, long CountOld, double PartOld, double WholeOld, long CountNew, double PartNew, double WholeNew)
{
    /// <summary>Whether both versions have a value in it.</summary>
    public bool IsCommon => WholeOld > 0 && WholeNew > 0;

    public double? ValueOld => WholeOld > 0 ? PartOld / WholeOld : null;

    public double? ValueNew => WholeNew > 0 ? PartNew / WholeNew : null;
}
