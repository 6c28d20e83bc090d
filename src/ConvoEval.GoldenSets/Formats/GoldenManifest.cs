using System.Collections.Generic;
using ConvoEval.Domain.Golden;
using ConvoEval.GoldenSets.Findings;

namespace ConvoEval.GoldenSets.Formats;

/// <summary>What <c>manifest.json</c> says of a golden set.</summary>
internal sealed record GoldenManifest
{
    public required string Name { get; init; }

    public required string Version { get; init; }

    public required string Schema { get; init; }

    public required string Licence { get; init; }

    public required string Annotator { get; init; }

    public required IReadOnlyList<string> PublicContacts { get; init; }

    /// <summary>Null when it could not be read.</summary>
    public required GoldenSplitRule? Split { get; init; }

    public required string ItemsHash { get; init; }

    public required string VerdictsHash { get; init; }

    public required string Hash { get; init; }

    /// <summary>Line of each field, for findings that come up later.</summary>
    public required JsonFieldLines Lines { get; init; }

    /// <summary>Null when the file is no JSON object; otherwise what could be read of it.</summary>
    public static GoldenManifest? Parse(byte[] file, FindingList findings)
    {
        var bytes = LineFile.WithoutMark(file);
        var lines = new JsonFieldLines(bytes.Span);
        if (JsonText.Parse(bytes, GoldenFileNames.Manifest, 0, findings) is not { } document)
            return null;
        using (document)
        {
            var fields = new JsonFields(document.RootElement, findings, GoldenFileNames.Manifest, lines.Of);
            var manifest = new GoldenManifest
            {
                Name = fields.Text("name"),
                Version = fields.Text("version"),
                Schema = fields.Text("schema"),
                Licence = fields.Text("licence"),
                Annotator = fields.Text("annotator"),
                PublicContacts = fields.Texts("publicContacts", isRequired: false),
                Split = fields.Inner("split", ParseSplit),
                ItemsHash = fields.Text("itemsSha256"),
                VerdictsHash = fields.Text("verdictsSha256"),
                Hash = fields.Text("hash"),
                Lines = lines,
            };
            fields.WarnOfUnknown();
            return manifest;
        }
    }

    /// <summary>The one way of writing it: fields in this order, two blanks of indentation, a final line feed.</summary>
    public byte[] ToBytes()
    {
        var json = new IndentedJson();
        json.Open("");
        json.Field("name", Name);
        json.Field("version", Version);
        json.Field("schema", Schema);
        json.Field("licence", Licence);
        json.Field("annotator", Annotator);
        json.Field("publicContacts", PublicContacts);
        if (Split is { } split)
        {
            json.Open("split");
            json.Field("salt", split.Salt);
            json.Field("tunePercent", split.TunePercent);
            json.Close();
        }

        json.Field("itemsSha256", ItemsHash);
        json.Field("verdictsSha256", VerdictsHash);
        json.Field("hash", Hash);
        json.Close();
        return json.ToBytes();
    }

    private static GoldenSplitRule ParseSplit(JsonFields fields) =>
        new(fields.Text("salt"), fields.Whole("tunePercent", 0, 99));
}
