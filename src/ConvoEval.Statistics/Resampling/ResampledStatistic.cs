using System;

namespace ConvoEval.Statistics.Resampling;

/// <summary>
/// A statistic of the selected units (cases, or whole clusters with all their rows), which may repeat or be missing;
/// null where it is undefined for the selection.
/// </summary>
/// <param name="selection">Indices of the selected units.</param>
public delegate double? ResampledStatistic(ReadOnlySpan<int> selection);
