using System;
using System.Collections.Generic;
using ConvoEval.Domain.Kpis;
using ConvoEval.Reporting.Readings;

namespace ConvoEval.Reporting.Wording;

/// <summary>Median and 95th percentile of a KPI, which stand in the report as the segments stat=median and stat=p95.</summary>
internal static class Spread
{
    private static readonly (string Segment, string Name)[] Known =
        [("stat=median", "median"), ("stat=p95", "95th percentile"), ("stat=p99", "99th percentile")];

    /// <summary>One phrase for each that the report has for the version.</summary>
    public static IEnumerable<string> Of(ReportReading reading, KpiDefinition definition, string? version)
    {
        foreach (var (segment, name) in Known)
            if (reading.Find(definition.Id, version, segment) is { Value: not null } estimate)
                yield return $"{name} {Sentences.Estimate(definition, estimate)}";
    }

    /// <summary>Whether a segment is one of these and no part of the traffic.</summary>
    public static bool IsStatistic(string segment) => segment.StartsWith("stat=", StringComparison.Ordinal);
}
