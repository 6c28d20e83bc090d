using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;

namespace ConvoEval.GoldenSets.Formats;

/// <summary>The words that the files use for what the domain names.</summary>
internal static class GoldenWords
{
    public const string Authored = "authored";
    public const string Human = "human";

    public static readonly FrozenDictionary<string, AnnotatedGrade> Grades = new Dictionary<string, AnnotatedGrade>
    {
        ["good"] = AnnotatedGrade.Good,
        ["bad"] = AnnotatedGrade.Bad,
        ["not_applicable"] = AnnotatedGrade.NotApplicable,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, GoldenSampling> Samplings = new Dictionary<string, GoldenSampling>
    {
        ["curated"] = GoldenSampling.Curated,
        ["random"] = GoldenSampling.Random,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Kinds of bad that the guide explains; others are allowed and warned of.</summary>
    public static readonly IReadOnlyList<string> BadKinds = ["forbidden", "missing", "off", "procedure", "wrong_fact"];

    public static string Of(AnnotatedGrade grade) => Grades.First(pair => pair.Value == grade).Key;

    public static string Of(GoldenSampling sampling) => Samplings.First(pair => pair.Value == sampling).Key;
}
