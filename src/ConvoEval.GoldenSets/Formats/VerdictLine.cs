using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Transcripts;
using ConvoEval.GoldenSets.Findings;

namespace ConvoEval.GoldenSets.Formats;

/// <summary>A golden verdict as a line of <c>verdicts.jsonl</c>.</summary>
internal static class VerdictLine
{
    /// <summary>Null with findings when the line is broken.</summary>
    public static GoldenVerdict? Parse(JsonLine line, FindingList findings)
    {
        using var document = JsonText.Parse(line.Bytes, GoldenFileNames.Verdicts, line.Number, findings);
        if (document is null)
            return null;
        var fields = new JsonFields(document.RootElement, findings, GoldenFileNames.Verdicts, _ => line.Number);
        var id = fields.Text("id");
        var conversation = fields.Inner("conversation", ParseKey);
        var verdict = new GoldenVerdict
        {
            Id = id,
            Conversation = conversation is null ? default : new ConversationKey(conversation.Source, conversation.Id),
            TurnIndex = fields.Whole("turn", 0, int.MaxValue),
            BotVersion = fields.Text("version"),
            Day = fields.OptionalDay("day"),
            ItemId = fields.OptionalText("item"),
            Question = fields.Text("question", mayBeBlank: true),
            Response = fields.Text("response"),
            Context = fields.OptionalText("context") ?? "",
            Grade = fields.Choice("grade", GoldenWords.Grades) ?? AnnotatedGrade.NotApplicable,
            BadKind = fields.OptionalText("kind"),
            Reason = fields.OptionalText("reason"),
            Annotator = fields.Text("annotator"),
            Sampling = fields.Choice("sampling", GoldenWords.Samplings) ?? GoldenSampling.Curated,
            DrawProbability = fields.OptionalNumber("probability"),
        };
        fields.WarnOfUnknown();
        return fields.IsBroken ? null : verdict;
    }

    public static void Write(CanonicalJson json, GoldenVerdict verdict) =>
        json.Open('{')
            .Name("id").Value(verdict.Id)
            .Name("conversation").Open('{')
            .Name("source").Value(verdict.Conversation.Source)
            .Name("id").Value(verdict.Conversation.SourceId)
            .Close('}')
            .Name("turn").Value(verdict.TurnIndex)
            .Name("version").Value(verdict.BotVersion)
            .Name("day").Value(verdict.Day)
            .Name("item").Value(verdict.ItemId)
            .Name("question").Value(verdict.Question)
            .Name("response").Value(verdict.Response)
            .Name("context").Value(verdict.Context)
            .Name("grade").Value(GoldenWords.Of(verdict.Grade))
            .Name("kind").Value(verdict.BadKind)
            .Name("reason").Value(verdict.Reason)
            .Name("annotator").Value(verdict.Annotator)
            .Name("sampling").Value(GoldenWords.Of(verdict.Sampling))
            .Name("probability").Value(verdict.DrawProbability)
            .Close('}')
            .LineEnd();

    private static KeyFields ParseKey(JsonFields fields) => new(fields.Text("source"), fields.Text("id"));

    private sealed record KeyFields(string Source, string Id);
}
