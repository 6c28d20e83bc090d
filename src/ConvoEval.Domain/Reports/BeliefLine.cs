namespace ConvoEval.Domain.Reports;

/// <summary>Where the classifier and the bot's own understanding disagree most.</summary>
/// <param name="BotVersion">Bot version.</param>
/// <param name="BotIntent">What the bot believed.</param>
/// <param name="ClassifierIntent">What the classifier says.</param>
/// <param name="Turns">On how many user turns.</param>
public sealed record BeliefLine(string? BotVersion, string BotIntent, string ClassifierIntent, long Turns);
