using System;
using System.Collections.Generic;
using ConvoEval.Domain.Labels;

namespace ConvoEval.Inference.Embedding;

/// <summary>
/// Turns texts into vectors of unit length; cosine is the inner product. The vector of a text depends on the text and
/// the model
/// alone. Vectors of two identities never mix. Safe to use from several threads.
/// </summary>
public interface IUtteranceEmbedder
{
    /// <summary>Which model speaks.</summary>
    ModelIdentity Identity { get; }

    /// <summary>Numbers per vector.</summary>
    int Dimension { get; }

    /// <summary>
    /// Writes the vectors of texts one after another. A text in which the model knows nothing (an empty one, say) gets
    /// the zero
    /// vector; of an overlong one the first 2,048 UTF-16 units are read.
    /// </summary>
    /// <param name="texts">Any texts.</param>
    /// <param name="vectors">Exactly <c>texts.Count * Dimension</c> numbers.</param>
    void Embed(IReadOnlyList<string> texts, Span<float> vectors);
}
