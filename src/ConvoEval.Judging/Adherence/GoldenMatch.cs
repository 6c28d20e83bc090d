using ConvoEval.Domain.Golden;

namespace ConvoEval.Judging.Adherence;

/// <summary>How well a golden item fits a turn. All similarities are cosines from 0 to 1.</summary>
/// <param name="Item">The item with what is known of it.</param>
/// <param name="Question">Best similarity of the user's question with the item's question or a variant.</param>
/// <param name="Answer">Best similarity of the response with an approved answer or the required facts.</param>
/// <param name="Before">Best similarity of what the user said before with the item's question or a variant.</param>
/// <param name="Echo">Best similarity of the user's question with an approved answer, or of the response with a golden question.</param>
internal readonly record struct GoldenMatch(GoldenProfile Item, float Question, float Answer, float Before, float Echo)
{
    private const float AnswerWeight = 1.0f;
    private const float BeforeWeight = 0.3f;
    private const float EchoWeight = 0.2f;

    /// <summary>All of it together; higher is better, no probability.</summary>
    public float Score => Question + (AnswerWeight * Answer) + (BeforeWeight * Before) + (EchoWeight * Echo);

    /// <summary>What speaks for the item without looking at the response.</summary>
    public float Asked => Question + (BeforeWeight * Before);

    /// <summary>The golden item.</summary>
    public GoldenItem Golden => Item.Golden;
}
