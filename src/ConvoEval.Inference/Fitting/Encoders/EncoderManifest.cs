using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ConvoEval.Inference.Catalog;
using ConvoEval.Inference.Fitting.Folders;

namespace ConvoEval.Inference.Fitting.Encoders;

/// <summary>Puts manifest and card of an encoder together.</summary>
internal static class EncoderManifest
{
    /// <summary>The manifest.</summary>
    public static ModelManifest Create(
        IReadOnlyDictionary<string, byte[]> files,
        IReadOnlyList<EncoderCorpus> corpora,
        IReadOnlyList<ModelMetric> metrics,
        EncoderTrainerOptions options) => new()
        {
            Format = 1,
            Name = options.Name,
            Version = options.Version,
            Kind = ModelKind.Encoder,
            Licence = options.Licence,
            Files = ModelFolder.Describe(files),
            Inputs =
            [
                new ModelPort("rows", "int32", ["batch", "terms"]),
                new ModelPort("weights", "float", ["batch", "terms"]),
            ],
            Outputs =
            [
                new ModelPort("vectors", "float", ["batch", options.Dimension.ToString(CultureInfo.InvariantCulture)]),
                new ModelPort("bag", "float", ["batch", options.Dimension.ToString(CultureInfo.InvariantCulture)]),
            ],
            Preprocessing = FeatureFile.TfIdfNgrams,
            Seed = options.Seed,
            Options = options.ToManifest(),
            Data = [.. corpora.SelectMany(corpus => corpus.Describe())],
            Metrics = metrics,
        };

    /// <summary>The card as UTF-8.</summary>
    public static byte[] Card(ModelManifest manifest, int rows, int texts)
    {
        var card = new StringBuilder().Append(CultureInfo.InvariantCulture, $"""
            # {manifest.Name}, version {manifest.Version}

            Encoder for short English user messages: {manifest.Options["dimension"]} numbers of unit length per message.
            Messages that ask for the same thing lie near each other (inner product = cosine). Made for grouping, searching
            and comparing tens of thousands of messages a second on a small machine.

            ## How it works
            {rows} n-grams (words, pairs of words, 2 to 5 characters inside words), each with a row of numbers as 8-bit
            integers; rows weighted by tf-idf, added up, scaled to unit length. Trained from scratch on {texts} texts: in a
            batch, a text must be nearer to its partner (same intent, same answer, reply, or itself with features missing)
            than to the partners of the others. No pretrained weights.


            """);
        CardTables.Append(card, manifest);
        card.Append("""
            ## Limits
            - English only. Word order counts for little, negation hardly at all.
            - A message in which it knows no n-gram gets the zero vector.
            - Of a message only the first 2,048 characters are read.

            """);
        return Encoding.UTF8.GetBytes(card.ToString().ReplaceLineEndings("\n"));
    }
}
