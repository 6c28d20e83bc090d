using System.Collections.Generic;
using ConvoEval.Domain.Verdicts;

namespace ConvoEval.Judging.Goals;

/// <summary>What shows that a goal was reached.</summary>
/// <param name="ReasonCode">event, tool_call, intent, phrase or expected_actions.</param>
/// <param name="Explanation">In words.</param>
/// <param name="Evidence">Quotes; empty when an event or a tool call shows it.</param>
internal sealed record ReachedGoal(string ReasonCode, string Explanation, IReadOnlyList<Evidence> Evidence);
