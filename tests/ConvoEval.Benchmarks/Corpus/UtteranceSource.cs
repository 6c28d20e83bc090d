using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Golden;
using ConvoEval.Statistics.Resampling;

namespace ConvoEval.Benchmarks.Corpus;

/// <summary>
/// What users of the generated bank write: questions of the golden set as they stand and short phrases (which repeat), and the same
/// questions with details of a case of one's own (which hardly ever do).
/// </summary>
internal sealed class UtteranceSource
{
    /// <summary>Share of turns with own details: what makes a turn unlike any other.</summary>
    private const double OwnShare = 0.61;

    private static readonly string[] Openings =
    [
        "hi,", "hello there,", "good morning,", "hey", "so", "ok so", "right,", "sorry,", "question:", "quick one,", "listen,", "please help,",
    ];

    private static readonly string[] Merchants =
    [
        "the Corner Bakery", "Quay Books", "Nolan Motors", "Ferry Lines", "Lough Gym", "Green Grocer", "Tide Hotel", "City Parking",
        "Bright Energy", "Kite Airlines", "Pine Furniture", "the vet on Main Street", "a taxi firm", "Sea Phones", "Old Mill Cafe", "the creche",
    ];

    private static readonly string[] Whens =
    [
        "yesterday", "this morning", "on Monday", "on Tuesday", "last Friday", "last week", "an hour ago", "at the weekend", "on the 3rd",
        "on the 14th", "two days ago", "late last night",
    ];

    private static readonly string[] Closings =
    [
        "what now?", "can you check?", "thanks", "its urgent", "please", "how long will that take?", "not happy", "any idea?", "no rush", "???", "", "",
    ];

    private static readonly string[] Shorts =
    [
        "yes", "no", "ok", "thanks", "thank you", "yes please", "no thanks", "great", "that is all", "bye", "sure", "hello?", "are you there",
        "I want to talk to a person", "can I speak to someone", "that did not work", "I do not understand", "perfect, thanks", "ok will do", "why?",
    ];

    private readonly IReadOnlyList<GoldenItem> _items;
    private readonly string[][] _questions;

    public UtteranceSource(IReadOnlyList<GoldenItem> items)
    {
        _items = items;
        _questions = [.. items.Select(item => (string[])[item.Question, .. item.Variants])];
    }

    public GoldenItem Item(int place) => _items[place];

    public int NextItem(SeededRandom random) => random.NextIndex(_items.Count);

    public string Next(SeededRandom random, int item, bool isFirst)
    {
        var question = Pick(_questions[item], random);
        var text = random.NextUnit() < OwnShare ? Own(random, question)
            : !isFirst && random.NextUnit() < 0.6 ? Pick(Shorts, random)
            : question;
        return random.NextUnit() < 0.03 ? text + ", " + PersonalValues.Sentence(random) : text;
    }

    private static string Own(SeededRandom random, string question)
    {
        var amount = random.NextIndex(2) == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{1 + random.NextIndex(2_000)} euro")
            : string.Create(CultureInfo.InvariantCulture, $"EUR {1 + random.NextIndex(900)}.{random.NextIndex(100):D2}");
        return $"{Pick(Openings, random)} {question} {amount} at {Pick(Merchants, random)} {Pick(Whens, random)} {Pick(Closings, random)}".TrimEnd();
    }

    private static string Pick(string[] texts, SeededRandom random) => texts[random.NextIndex(texts.Length)];
}
