using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Kpis;
using ConvoEval.Domain.Reports;

namespace ConvoEval.Pipeline.Runs;

/// <summary>A release is not waved through on what could be read when much could not: the lost part may hold just the failures.</summary>
public static class InputGuard
{
    /// <summary>Largest share of the input that may be lost for a decision to ship.</summary>
    private const double LargestLoss = 0.10;

    /// <summary>The decision; "ship" becomes "need more data" when more than a tenth of the input was rejected or in conflict.</summary>
    public static GateDecision Apply(GateDecision decision, IReadOnlyList<InputLine> inputs)
    {
        var lost = inputs.Sum(input => input.Rejected + input.Conflicts);
        var all = inputs.Sum(input => input.Read + input.Rejected);
        if (decision.Outcome != GateOutcome.Ship || all == 0 || lost <= LargestLoss * all)
            return decision;
        var reason = string.Create(
            CultureInfo.InvariantCulture, $"{lost} of {all} pieces of the input could not be used: what they held might change the decision.");
        return decision with { Outcome = GateOutcome.NeedMoreData, Reasons = [reason, .. decision.Reasons] };
    }
}
