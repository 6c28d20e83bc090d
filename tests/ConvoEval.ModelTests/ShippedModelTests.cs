using System;
using System.IO;
using System.Linq;
using ConvoEval.Inference;
using ConvoEval.Inference.Catalog;
using ConvoEval.Inference.Embedding;
using ConvoEval.Inference.Intents;
using Xunit;

namespace ConvoEval.ModelTests;

public sealed class ShippedModelTests
{
    public static TheoryData<string> All() =>
        [.. new DirectoryInfo(Shipped.Models).GetDirectories().Select(folder => folder.Name).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_shipped_model_loads_and_names_itself_as_its_folder(string name)
    {
        var folder = Shipped.Folder(name);

        Assert.Equal(name, folder.Identity.Name);
        Assert.Equal(Path.GetFileName(folder.Path), folder.Identity.Version);
        if (folder.Manifest.Kind == ModelKind.Intents)
        {
            using var classifier = OnnxIntentClassifier.Open(folder, new InferenceOptions());
            Assert.NotEmpty(classifier.Intents);
        }
        else
        {
            using var embedder = OnnxUtteranceEmbedder.Open(folder, new InferenceOptions());
            Assert.True(embedder.Dimension > 0);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_shipped_model_has_a_card_a_recipe_licences_and_small_files(string name)
    {
        var folder = Shipped.Folder(name);

        Assert.True(File.Exists(Path.Combine(folder.Path, "CARD.md")));
        Assert.True(File.Exists(Path.Combine(folder.Path, "..", "recipe", "README.md")));
        Assert.All(folder.Manifest.Files, file => Assert.True(file.SizeBytes < 12_000_000, file.Name));
        Assert.All(folder.Manifest.Data, source => Assert.NotEmpty(source.Licence));
        Assert.All(folder.Manifest.Metrics, metric => Assert.True(metric.N > 0, metric.Name));
    }
}
