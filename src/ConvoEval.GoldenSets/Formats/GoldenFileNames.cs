namespace ConvoEval.GoldenSets.Formats;

/// <summary>Names inside the folder of a golden set, and the schema they are written in.</summary>
internal static class GoldenFileNames
{
    public const string Schema = "convoeval.golden/1";
    public const string Manifest = "manifest.json";
    public const string Items = "items.jsonl";
    public const string Verdicts = "verdicts.jsonl";
    public const string Guide = "GUIDE.md";
    public const string Changes = "CHANGES.md";
}
