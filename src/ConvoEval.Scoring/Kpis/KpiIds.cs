namespace ConvoEval.Scoring.Kpis;

/// <summary>Ids of the KPIs that can be calculated.</summary>
public static class KpiIds
{
    /// <summary>Goals reached by the bot alone.</summary>
    public const string GoalCompletion = "goal_completion";

    /// <summary>Responses that keep to the approved answers.</summary>
    public const string ContentAdherence = "content_adherence";

    /// <summary>Conversations without a hand-over.</summary>
    public const string Containment = "containment";

    /// <summary>Conversations with a hand-over asked or made.</summary>
    public const string Escalation = "escalation";

    /// <summary>Bot turns that fell back.</summary>
    public const string Fallback = "fallback";

    /// <summary>Seconds to the first answer.</summary>
    public const string FirstResponseTime = "first_response_time";

    /// <summary>Seconds from the first to the last message.</summary>
    public const string HandlingTime = "handling_time";

    /// <summary>US dollars per conversation.</summary>
    public const string CostPerConversation = "cost_per_conversation";
}
