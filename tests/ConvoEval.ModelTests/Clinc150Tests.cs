using System.Linq;
using ConvoEval.Inference;
using ConvoEval.Inference.Fitting.Evaluation;
using ConvoEval.Inference.Fitting.Examples;
using ConvoEval.Inference.Intents;
using Xunit;

namespace ConvoEval.ModelTests;

public sealed class Clinc150Tests
{
    [Fact]
    public void The_model_reaches_its_floors_on_the_validation_part()
    {
        var file = Shipped.Data("clinc150/train_val.json.gz");
        using var classifier = OnnxIntentClassifier.Open(Shipped.Folder("clinc150"), new InferenceOptions());
        var examples = IntentExampleFile.Read(file + "#val").Examples.Concat(
            IntentExampleFile.Read(file + "#oos_val").Examples);

        var evaluation = IntentEvaluator.Evaluate(classifier, [.. examples], "oos", 0.95, 200, 1);

        // Floors of the project: accuracy .90 and AUROC .93; the card reports .935 and .96.
        Assert.True(evaluation.Accuracy.Value >= 0.92, $"accuracy {evaluation.Accuracy}");
        Assert.True(evaluation.OutOfScopeAuroc.Value >= 0.95, $"AUROC {evaluation.OutOfScopeAuroc}");
        Assert.True(evaluation.Ece.Value <= 0.04, $"ECE {evaluation.Ece}");
        Assert.True(evaluation.SetCoverage.Value >= 0.9, $"coverage {evaluation.SetCoverage}");
        Assert.Equal(3000, evaluation.Accuracy.N);
    }

    [Fact]
    public void Out_of_scope_texts_of_another_file_are_rejected_too()
    {
        var file = Shipped.Data("clinc150/oos_plus_oos_train.json");
        using var classifier = OnnxIntentClassifier.Open(Shipped.Folder("clinc150"), new InferenceOptions());

        var labels = classifier.Classify([.. IntentExampleFile.Read(file).Examples.Select(example => example.Text)]);

        Assert.True(labels.Count(label => label.IsOutOfScope) >= 0.75 * labels.Count);
    }
}
