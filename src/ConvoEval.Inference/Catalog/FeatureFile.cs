using System.IO;
using ConvoEval.Inference.Text;

namespace ConvoEval.Inference.Catalog;

/// <summary>What <c>features.json</c> says: how a text becomes rows of the vocabulary.</summary>
internal sealed record FeatureFile
{
    /// <summary>Name in a model folder.</summary>
    public const string FileName = "features.json";

    /// <summary>Name of the vocabulary in a model folder.</summary>
    public const string VocabularyName = "vocabulary.txt";

    /// <summary>The one scheme there is.</summary>
    public const string TfIdfNgrams = "tfidf-ngrams-1";

    /// <summary>Scheme and its version.</summary>
    public required string Scheme { get; init; }

    /// <summary>Texts that the counts of the vocabulary come from.</summary>
    public required int Documents { get; init; }

    /// <summary>N-grams in the vocabulary.</summary>
    public required int Rows { get; init; }

    /// <summary>Which n-grams are read.</summary>
    public required NgramOptions Ngrams { get; init; }

    /// <summary>Reads the two feature files of a folder.</summary>
    /// <exception cref="ModelFolderException">They are unreadable or do not fit together.</exception>
    public static (NgramVocabulary Vocabulary, NgramOptions Options) ReadFrom(ModelFolder folder)
    {
        var place = folder.Path + "/" + FileName;
        var file = ModelJson.Read<FeatureFile>(folder.Bytes(FileName), place);
        if (file.Scheme != TfIdfNgrams)
        {
            throw new ModelFolderException(
                $"{place} asks for the features '{file.Scheme}'; this program has '{TfIdfNgrams}'.");
        }

        try
        {
            file.Ngrams.Validate();
            var vocabulary = NgramVocabulary.FromFile(folder.Bytes(VocabularyName), file.Documents);
            return vocabulary.Count == file.Rows
                ? (vocabulary, file.Ngrams)
                : throw new ModelFolderException(
                    $"{place} announces {file.Rows} rows, and {VocabularyName} has {vocabulary.Count}.");
        }
        catch (System.Exception error) when (error is InvalidDataException or System.ArgumentOutOfRangeException)
        {
            throw new ModelFolderException($"{place} and {VocabularyName} do not fit: {error.Message}", error);
        }
    }
}
