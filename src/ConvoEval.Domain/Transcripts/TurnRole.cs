namespace ConvoEval.Domain.Transcripts;

/// <summary>Who spoke a turn.</summary>
public enum TurnRole
{
    /// <summary>The person who came with a goal.</summary>
    User,

    /// <summary>The chatbot under evaluation.</summary>
    Bot,

    /// <summary>A person of the bot's organisation, after a hand-over. Never counted as the bot.</summary>
    HumanAgent,

    /// <summary>Instructions or platform notices; neither side of the conversation.</summary>
    System,

    /// <summary>What a tool answered to the bot.</summary>
    Tool,
}
