using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.UnitTests.GoldenSets;

/// <summary>A small valid golden set, and the folder of the one that ships.</summary>
internal static class SampleGoldenSet
{
    public static GoldenSet Create() => new()
    {
        Name = "kiosk",
        Version = "1",
        Digest = "",
        Annotator = "authored",
        Licence = "CC0-1.0",
        Split = new GoldenSplitRule("kiosk/1", 20),
        PublicContacts = ["+353 1 555 0100"],
        Items =
        [
            Item("hours.saturday.v1", "When are you open on Saturday?", "Saturdays 9 to 12.", to: "2026-02-28"),
            Item("hours.saturday.v2", "When are you open on Saturday?", "Saturdays 9 to 14.", from: "2026-03-01"),
            Item("price.coffee", "What is a coffee?", "A coffee costs EUR 3."),
        ],
        Verdicts =
        [
            Verdict("A-1", "c1", "price.coffee", AnnotatedGrade.Good),
            Verdict("A-2", "c2", "price.coffee", AnnotatedGrade.Bad) with { BadKind = "wrong_fact", Reason = "another price" },
            Verdict("A-3", "c3", null, AnnotatedGrade.NotApplicable),
            Verdict("A-4", "c4", "hours.saturday.v2", AnnotatedGrade.Good) with
            {
                Sampling = GoldenSampling.Random,
                DrawProbability = 0.25,
            },
        ],
    };

    public static GoldenItem Item(string id, string question, string answer, string? from = null, string? to = null) => new()
    {
        Id = id,
        Intent = id.Split('.')[0],
        Question = question,
        Answers = [answer],
        ValidFrom = from is null ? null : DateOnly.ParseExact(from, "yyyy-MM-dd"),
        ValidTo = to is null ? null : DateOnly.ParseExact(to, "yyyy-MM-dd"),
    };

    public static GoldenVerdict Verdict(string id, string conversation, string? item, AnnotatedGrade grade) => new()
    {
        Id = id,
        Conversation = new ConversationKey("kiosk", conversation),
        TurnIndex = 1,
        BotVersion = "A",
        Day = new DateOnly(2026, 3, 2),
        ItemId = item,
        Question = "what do you charge",
        Response = $"Response of {id}.",
        Grade = grade,
        Annotator = "authored",
        Sampling = GoldenSampling.Curated,
    };

    /// <summary>Many curated verdicts of a version on one item, good ones first.</summary>
    public static IEnumerable<GoldenVerdict> Verdicts(string version, int good, int bad, string item = "price.coffee") =>
        Enumerable.Range(0, good + bad).Select(i => Verdict(
            FormattableString.Invariant($"{version}-{i:0000}"), FormattableString.Invariant($"{version}-c{i}"), item,
            i < good ? AnnotatedGrade.Good : AnnotatedGrade.Bad) with
        {
            BotVersion = version,
        });

    /// <summary>Folder of the golden set of the sample workspace.</summary>
    public static string HarborBank([CallerFilePath] string thisFile = "")
    {
        for (var folder = Path.GetDirectoryName(thisFile); folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "ConvoEval.sln")))
                return Path.Combine(folder, "golden-sets", "harbor-bank");
        throw new InvalidOperationException("ConvoEval.sln is in no folder above the tests");
    }
}
