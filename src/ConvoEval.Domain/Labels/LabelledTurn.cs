namespace ConvoEval.Domain.Labels;

/// <summary>A label on a user turn.</summary>
/// <param name="TurnIndex">Which turn.</param>
/// <param name="Label">What the model says.</param>
public sealed record LabelledTurn(int TurnIndex, TurnLabel Label);
