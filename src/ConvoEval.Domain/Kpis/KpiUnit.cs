namespace ConvoEval.Domain.Kpis;

/// <summary>Unit of a KPI value.</summary>
public enum KpiUnit
{
    /// <summary>Fraction from 0 to 1.</summary>
    Share,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>US dollars.</summary>
    Usd,
}
