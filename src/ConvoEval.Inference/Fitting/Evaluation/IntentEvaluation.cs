namespace ConvoEval.Inference.Fitting.Evaluation;

/// <summary>How good an intent model is on labelled texts it was not trained on.</summary>
public sealed record IntentEvaluation
{
    /// <summary>
    /// Share of in-scope texts whose most probable intent is right, whether or not they were rejected. Wilson
    /// interval.
    /// </summary>
    public required Measurement Accuracy { get; init; }

    /// <summary>
    /// Mean over intents of the harmonic mean of precision and recall, among in-scope texts. Bootstrap interval.
    /// </summary>
    public required Measurement MacroF1 { get; init; }

    /// <summary>
    /// Expected calibration error of the confidence in 15 equal bins, among in-scope texts. Bootstrap interval.
    /// </summary>
    public required Measurement Ece { get; init; }

    /// <summary>
    /// Chance that an out-of-scope text has a higher score than an in-scope one, ties half. Bootstrap interval.
    /// </summary>
    public required Measurement OutOfScopeAuroc { get; init; }

    /// <summary>
    /// Share of out-of-scope texts that pass at the cut that lets 95 % of the in-scope texts pass. Wilson interval.
    /// </summary>
    public required Measurement OutOfScopeFpr95 { get; init; }

    /// <summary>Share of out-of-scope texts that the model's own cut rejects. Wilson interval.</summary>
    public required Measurement OutOfScopeRecall { get; init; }

    /// <summary>Share of in-scope texts that the model's own cut rejects. Wilson interval.</summary>
    public required Measurement InScopeRejected { get; init; }

    /// <summary>Share of in-scope texts whose prediction set holds the right intent. Wilson interval.</summary>
    public required Measurement SetCoverage { get; init; }

    /// <summary>Mean size of the prediction sets of in-scope texts. Bootstrap interval.</summary>
    public required Measurement SetMeanSize { get; init; }

    /// <summary>Texts left out because the model does not know their intent.</summary>
    public required int UnknownIntent { get; init; }
}
