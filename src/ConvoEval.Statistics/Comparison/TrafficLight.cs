namespace ConvoEval.Statistics.Comparison;

/// <summary>The colour of a KPI against two thresholds, with the doubt that its interval leaves.</summary>
public enum TrafficLight
{
    /// <summary>The whole interval is green.</summary>
    Green,

    /// <summary>Yellow or green.</summary>
    YellowOrGreen,

    /// <summary>The whole interval lies between the thresholds.</summary>
    Yellow,

    /// <summary>Yellow or red.</summary>
    YellowOrRed,

    /// <summary>The whole interval is red.</summary>
    Red,

    /// <summary>The interval reaches from red to green.</summary>
    Unsure,
}
