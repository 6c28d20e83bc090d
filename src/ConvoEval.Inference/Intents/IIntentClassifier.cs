using System.Collections.Generic;
using ConvoEval.Domain.Labels;

namespace ConvoEval.Inference.Intents;

/// <summary>
/// Says which intent a text has, how sure that is, and whether the text is out of scope. The label of a text depends
/// on the text
/// and the model alone: not on its neighbours, their order, threads or caches. Safe to use from several threads.
/// </summary>
public interface IIntentClassifier
{
    /// <summary>Which model speaks.</summary>
    ModelIdentity Identity { get; }

    /// <summary>All intents it knows, in ordinal order.</summary>
    IReadOnlyList<string> Intents { get; }

    /// <summary>
    /// Labels texts, in their order. Any text works: of an overlong one the first 2,048 UTF-16 units are read, and one
    /// in
    /// which the model knows nothing, such as an empty one, is out of scope.
    /// </summary>
    IReadOnlyList<TurnLabel> Classify(IReadOnlyList<string> texts);
}
