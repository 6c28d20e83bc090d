using System.Collections.Generic;

namespace ConvoEval.GoldenSets.Differences;

/// <summary>What changed from one version of a golden set to another.</summary>
public sealed record GoldenDifference
{
    /// <summary>Name and version of the older one.</summary>
    public required string From { get; init; }

    /// <summary>Name and version of the newer one.</summary>
    public required string To { get; init; }

    /// <summary>Whether both say they are the same version and are not: a version was edited.</summary>
    public required bool IsEditedVersion { get; init; }

    /// <summary>Items, in order of id.</summary>
    public required IReadOnlyList<GoldenChange> Items { get; init; }

    /// <summary>Verdicts, in order of id.</summary>
    public required IReadOnlyList<GoldenChange> Verdicts { get; init; }

    /// <summary>Whether the rule that deals out the splits changed.</summary>
    public required bool IsSplitRuleChanged { get; init; }

    /// <summary>Ids of items in both that went from one split to the other; a judge tuned on them before must not be measured on them.</summary>
    public required IReadOnlyList<string> MovedItems { get; init; }

    /// <summary>Licences by bot version in ordinal order, then those of all versions together.</summary>
    public required IReadOnlyList<LicenceImpact> Licences { get; init; }

    /// <summary>Whether nothing changed.</summary>
    public bool IsEmpty => Items.Count == 0 && Verdicts.Count == 0 && !IsSplitRuleChanged;
}
