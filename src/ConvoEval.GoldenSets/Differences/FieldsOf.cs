using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;

namespace ConvoEval.GoldenSets.Differences;

/// <summary>Fields of two records of the same id that differ, named as in the files.</summary>
internal static class FieldsOf
{
    /// <summary>Fields of a verdict that are for people and change nothing about a measured judge.</summary>
    public static readonly string[] ForPeople = ["annotator", "kind", "reason"];

    public static IReadOnlyList<string> Item(GoldenItem one, GoldenItem other) => Names(
    [
        ("intent", one.Intent == other.Intent),
        ("question", one.Question == other.Question),
        ("variants", one.Variants.SequenceEqual(other.Variants)),
        ("answers", one.Answers.SequenceEqual(other.Answers)),
        ("required", one.Required.SequenceEqual(other.Required)),
        ("forbidden", one.Forbidden.SequenceEqual(other.Forbidden)),
        ("validFrom", one.ValidFrom == other.ValidFrom),
        ("validTo", one.ValidTo == other.ValidTo),
    ]);

    public static IReadOnlyList<string> Verdict(GoldenVerdict one, GoldenVerdict other) => Names(
    [
        ("conversation", one.Conversation == other.Conversation),
        ("turn", one.TurnIndex == other.TurnIndex),
        ("version", one.BotVersion == other.BotVersion),
        ("day", one.Day == other.Day),
        ("item", one.ItemId == other.ItemId),
        ("question", one.Question == other.Question),
        ("response", one.Response == other.Response),
        ("context", one.Context == other.Context),
        ("grade", one.Grade == other.Grade),
        ("kind", one.BadKind == other.BadKind),
        ("reason", one.Reason == other.Reason),
        ("annotator", one.Annotator == other.Annotator),
        ("sampling", one.Sampling == other.Sampling),
        ("probability", one.DrawProbability.Equals(other.DrawProbability)),
    ]);

    private static List<string> Names((string Name, bool IsSame)[] fields) =>
        [.. fields.Where(field => !field.IsSame).Select(field => field.Name)];
}
