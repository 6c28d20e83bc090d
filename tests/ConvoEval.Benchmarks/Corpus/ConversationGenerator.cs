using System;
using System.Collections.Generic;
using System.Globalization;
using ConvoEval.Domain.Golden;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Statistics.Resampling;

namespace ConvoEval.Benchmarks.Corpus;

/// <summary>
/// Conversations of a bank's bot in two versions over ten nights: two to six user turns, each with an answer of the bot, tool calls, fallbacks,
/// hand-overs and some personal data. Every other pair of neighbours is the same scenario for both versions. The conversation of a number depends on the seed and that number alone, so ten thousand are the beginning of
/// a hundred thousand.
/// </summary>
internal sealed class ConversationGenerator(IReadOnlyList<GoldenItem> items, ulong seed)
{
    private const int Nights = 10;
    private const int Scenarios = 200;
    private const string Fallback = "Sorry, I did not get that. Could you rephrase?";

    private static readonly DateTimeOffset FirstNight = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Channels = ["web", "app", "whatsapp"];
    private static readonly string[] Tools =
        ["block_card", "order_card", "unblock_pin", "get_transfer_status", "create_dispute", "book_callback", "get_balance"];

    private readonly UtteranceSource _source = new(items);

    public Conversation Create(int number)
    {
        var random = new SeededRandom(seed + ((ulong)number * 0x9E3779B97F4A7C15));
        var isNewer = number % 2 == 1;
        var night = random.NextIndex(Nights / 2) + (isNewer ? Nights / 2 : 0);
        var pair = number / 2;
        var start = FirstNight.AddDays(night).AddSeconds(random.NextIndex(86_000)).AddMilliseconds(random.NextIndex(1000));
        var turns = new List<Turn>();
        var at = start;
        var item = _source.NextItem(random);
        var count = 2 + random.NextIndex(5);
        for (var i = 0; i < count; i++)
        {
            var isFallback = random.NextUnit() < 0.08;
            turns.Add(User(random, turns.Count, at, item, isFallback));
            var latency = TimeSpan.FromMilliseconds(600 + random.NextIndex(2_500));
            at += latency;
            turns.Add(Bot(random, turns.Count, at, latency, item, isFallback));
            at = at.AddMilliseconds(2_000 + random.NextIndex(40_000));
            item = random.NextUnit() < 0.2 ? _source.NextItem(random) : item;
        }

        return new Conversation
        {
            Key = new ConversationKey("generated", string.Create(CultureInfo.InvariantCulture, $"g{number:D8}")),
            ScenarioId = pair % 2 == 0 ? string.Create(CultureInfo.InvariantCulture, $"S{pair / 2 % Scenarios}") : null,
            Trial = pair % 2 == 0 ? pair / 2 / Scenarios : 0,
            Channel = Channels[random.NextIndex(Channels.Length)],
            Language = "en",
            BotId = "marina",
            BotVersion = isNewer ? "B" : "A",
            StartedAt = start,
            EndedAt = turns[^1].At,
            EndReason = (EndReason)(1 + random.NextIndex(4)),
            UserKey = string.Create(CultureInfo.InvariantCulture, $"u{(number / 2) + random.NextIndex(20)}"),
            Survey = random.NextUnit() < 0.15 ? new Survey { Csat = 1 + random.NextIndex(5) } : null,
            CostUsd = 0.001m * (1 + random.NextIndex(40)),
            Turns = turns,
        };
    }

    private Turn User(SeededRandom random, int index, DateTimeOffset at, int item, bool isFallback)
    {
        var confidence = Math.Round(0.4 + (0.59 * random.NextUnit()), 3);
        return new Turn
        {
            Index = index,
            Role = TurnRole.User,
            Text = _source.Next(random, item, index == 0),
            At = at,
            Belief = new BotBelief
            {
                Model = "marina-nlu-7",
                Top = [new IntentCandidate(_source.Item(item).Intent, confidence), new IntentCandidate("complaint", Math.Round(1 - confidence, 3))],
                IsFallback = isFallback,
            },
            Signals = isFallback ? TurnSignals.NoMatch : TurnSignals.None,
        };
    }

    private Turn Bot(SeededRandom random, int index, DateTimeOffset at, TimeSpan latency, int item, bool isFallback)
    {
        var answers = _source.Item(item).Answers;
        return new Turn
        {
            Index = index,
            Role = TurnRole.Bot,
            Text = isFallback ? Fallback : answers[random.NextIndex(answers.Count)],
            At = at,
            Latency = latency,
            ToolCalls = !isFallback && random.NextUnit() < 0.25 ? [Call(random)] : [],
            Tokens = new TokenUsage(1_000 + random.NextIndex(2_000), 20 + random.NextIndex(80)),
            CostUsd = 0.0001m * (10 + random.NextIndex(70)),
        };
    }

    private static ToolCall Call(SeededRandom random) => new()
    {
        Name = Tools[random.NextIndex(Tools.Length)],
        ArgumentsJson = string.Create(CultureInfo.InvariantCulture, $$"""{"amount":{{random.NextIndex(5_000)}},"case":"C{{random.NextIndex(10_000)}}"}"""),
        Result = string.Create(CultureInfo.InvariantCulture, $"done, reference R-{random.NextIndex(100_000)}"),
        IsOk = random.NextUnit() < 0.97,
    };
}
