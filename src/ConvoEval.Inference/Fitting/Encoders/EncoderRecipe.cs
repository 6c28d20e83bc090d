using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConvoEval.Inference.Catalog;

namespace ConvoEval.Inference.Fitting.Encoders;

/// <summary>The list of corpora of an encoder, as a JSON file beside its recipe.</summary>
public sealed record EncoderRecipe
{
    /// <summary>What the corpora are, in order; the order matters for the bytes of the model.</summary>
    public required IReadOnlyList<EncoderRecipeEntry> Corpora { get; init; }

    /// <summary>Reads a recipe and all its corpora.</summary>
    /// <param name="recipePath">The JSON file.</param>
    /// <param name="dataFolder">Folder that the file names of the recipe are relative to.</param>
    /// <exception cref="InvalidDataException">A corpus cannot be read.</exception>
    public static IReadOnlyList<EncoderCorpus> Read(string recipePath, string dataFolder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(recipePath);
        ArgumentException.ThrowIfNullOrWhiteSpace(dataFolder);
        var recipe = ModelJson.Read<EncoderRecipe>(File.ReadAllBytes(recipePath), recipePath);
        return [.. recipe.Corpora.Select(entry => CorpusReader.Read(entry, dataFolder))];
    }
}

/// <summary>A corpus of a recipe.</summary>
public sealed record EncoderRecipeEntry
{
    /// <summary>Name of the data set.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Files below the data folder: examples as intent training reads them (<c>FILE#part</c> too), or conversations as
    /// JSON lines with
    /// <c>turns</c> of role and text.
    /// </summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Licence as its authors state it.</summary>
    public required string Licence { get; init; }

    /// <summary>What makes two texts belong together.</summary>
    public required CorpusKind Kind { get; init; }

    /// <summary>Share of the batches, against the other corpora.</summary>
    public required double Weight { get; init; }

    /// <summary>Texts used at most, the first ones; null = all.</summary>
    public int? MostTexts { get; init; }

    /// <summary>Labels that say nothing about the text and are left out.</summary>
    public IReadOnlyList<string> WithoutLabels { get; init; } = [];
}
