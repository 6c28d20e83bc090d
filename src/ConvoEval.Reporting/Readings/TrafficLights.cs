using ConvoEval.Domain.Kpis;

namespace ConvoEval.Reporting.Readings;

/// <summary>Reads the traffic light of an estimate.</summary>
internal static class TrafficLights
{
    /// <summary>Light of an estimate against its definition.</summary>
    /// <param name="definition">Target, red line and direction.</param>
    /// <param name="estimate">The estimate; null when there is none.</param>
    /// <param name="mayClaimTarget">False when the judge behind the estimate may not claim that the target is met.</param>
    public static TrafficLight Of(KpiDefinition definition, Estimate? estimate, bool mayClaimTarget)
    {
        if (estimate?.Value is null)
            return TrafficLight.NoValue;
        if (estimate.Low is not { } low || estimate.High is not { } high)
            return TrafficLight.NoInterval;
        if (definition.Target is null && definition.RedLine is null)
            return TrafficLight.NoTarget;

        var light = Of(low, high, definition.Target, definition.RedLine, definition.Direction);
        return light == TrafficLight.InTarget && !mayClaimTarget ? TrafficLight.InTargetUnclaimed : light;
    }

    /// <summary>Light of an interval. A missing target can never be met; a missing red line can never be crossed.</summary>
    public static TrafficLight Of(double low, double high, double? target, double? redLine, KpiDirection direction)
    {
        if (direction == KpiDirection.LowerIsBetter)
            (low, high, target, redLine) = (-high, -low, -target, -redLine);
        if (low >= target)
            return TrafficLight.InTarget;
        if (high < redLine)
            return TrafficLight.BeyondRedLine;
        var reachesTarget = high >= target;
        var reachesRed = low < redLine;
        return (reachesTarget, reachesRed) switch
        {
            (true, true) => TrafficLight.TooUnsure,
            (false, true) => TrafficLight.MaybeBeyondRedLine,
            (true, false) => TrafficLight.MaybeInTarget,
            _ => target is null ? TrafficLight.NoTarget : TrafficLight.OffTarget,
        };
    }
}
