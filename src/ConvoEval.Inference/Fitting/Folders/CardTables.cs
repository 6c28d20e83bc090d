using System.Globalization;
using System.Text;
using ConvoEval.Inference.Catalog;

namespace ConvoEval.Inference.Fitting.Folders;

/// <summary>The tables that every model card has.</summary>
internal static class CardTables
{
    /// <summary>Metrics, data and licence.</summary>
    public static void Append(StringBuilder card, ModelManifest manifest)
    {
        card.Append("## Measured\n| metric | value | interval | n | on |\n|---|--:|---|--:|---|\n");
        foreach (var metric in manifest.Metrics)
        {
            card.Append(CultureInfo.InvariantCulture, $"| {metric.Name} | {Number(metric.Value)} | ")
                .Append(metric.Low is null ? "–" : $"{Number(metric.Low)} to {Number(metric.High)}")
                .Append(CultureInfo.InvariantCulture, $" | {metric.N} | {metric.On} |\n");
        }

        card.Append("\n## Data\n| set | file | records | licence | use |\n|---|---|--:|---|---|\n");
        foreach (var source in manifest.Data)
        {
            card.Append(CultureInfo.InvariantCulture, $"| {source.Name} | {source.File} | {source.Records} ")
                .Append(CultureInfo.InvariantCulture, $"| {source.Licence} | {source.Use} |\n");
        }

        card.Append("\nHashes of the files stand in manifest.json. ")
            .Append(CultureInfo.InvariantCulture, $"Licence of the model: {manifest.Licence}.\n\n");
    }

    private static string Number(double? value) => value?.ToString("F4", CultureInfo.InvariantCulture) ?? "–";
}
