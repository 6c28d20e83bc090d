using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Inference.Catalog;

namespace ConvoEval.Inference.Intents;

/// <summary>
/// What <c>labels.json</c> says: the intents in the order of the graph's output, and where the decisions are cut.
/// </summary>
internal sealed record LabelFile
{
    /// <summary>Name in a model folder.</summary>
    public const string FileName = "labels.json";

    /// <summary>Intents in the order of the columns.</summary>
    public required IReadOnlyList<string> Intents { get; init; }

    /// <summary>Temperature that is built into the graph; for information.</summary>
    public required double Temperature { get; init; }

    /// <summary>A text is out of scope when its score is above this.</summary>
    public required double OutOfScopeThreshold { get; init; }

    /// <summary>Share of in-scope texts that the threshold may reject.</summary>
    public required double RejectionLevel { get; init; }

    /// <summary>An intent is in the prediction set when its probability is at least this.</summary>
    public required double SetThreshold { get; init; }

    /// <summary>Share of in-scope texts whose set should hold the right intent.</summary>
    public required double SetLevel { get; init; }

    /// <summary>Reads and checks the file of a folder.</summary>
    /// <exception cref="ModelFolderException">It is damaged or does not fit the graph.</exception>
    public static LabelFile ReadFrom(ModelFolder folder, int columns)
    {
        var place = folder.Path + "/" + FileName;
        var file = ModelJson.Read<LabelFile>(folder.Bytes(FileName), place);
        if (file.Intents.Count != columns)
        {
            throw new ModelFolderException(
                $"{place} has {file.Intents.Count} intents, and the graph has {columns} columns.");
        }

        var isNamed = file.Intents.All(intent => intent.Length > 0);
        return isNamed && file.Intents.Distinct(StringComparer.Ordinal).Count() == columns
            ? file
            : throw new ModelFolderException($"{place} names an intent twice, or names an empty one.");
    }
}
