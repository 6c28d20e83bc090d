using ConvoEval.Domain.Kpis;
using ConvoEval.Scoring.Tables;

namespace ConvoEval.Scoring.Kpis;

/// <summary>Reads the contribution of a conversation.</summary>
internal delegate Measurement Measure(in FactsRow row);

/// <summary>How a KPI is calculated.</summary>
/// <param name="Id">KPI id.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Direction">Which way is better: decides what "unscored as fail" means.</param>
/// <param name="Measure">Contribution of a conversation.</param>
/// <param name="Missing">What the source lacks when no conversation has a value.</param>
/// <param name="HasQuantiles">Whether median and 95th percentile stand beside the mean.</param>
internal sealed record KpiFormula(
    string Id, KpiKind Kind, KpiDirection Direction, Measure Measure, string Missing, bool HasQuantiles);
