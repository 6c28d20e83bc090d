using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Testing.Builders;

/// <summary>Conversations with every field filled, or left out, by a seeded generator; for property tests.</summary>
/// <param name="seed">Equal seeds give equal conversations.</param>
public sealed class RandomConversations(int seed)
{
    private static readonly string[] Texts =
        ["hello", "", " ", "Grüße", "🛒 cart", "a\nb\tc\u0001", "\"quoted\" \\ back/slash", "\u2028\u00a0\ufeff", "<script>&'", "日本語", "\ud83d\ude00\ud83d\ude00"];

    private readonly Random _random = new(seed);

    /// <summary>The next conversation.</summary>
    public Conversation Next() => new()
    {
        Key = new ConversationKey(Name(), Name()),
        Revision = _random.Next(1, 4),
        ScenarioId = Maybe(Name),
        Trial = _random.Next(0, 3),
        Channel = Maybe(Name),
        Language = Maybe(Name),
        BotId = Maybe(Name),
        BotVersion = Maybe(Name),
        StartedAt = MaybeValue(Time),
        EndedAt = MaybeValue(Time),
        EndReason = _random.GetItems(Enum.GetValues<EndReason>(), 1)[0],
        UserKey = Maybe(Name),
        Tags = Enumerable.Range(0, _random.Next(4)).ToDictionary(i => Name() + i.ToString(CultureInfo.InvariantCulture), _ => Text()),
        Survey = Maybe(() => new Survey { Csat = MaybeValue(() => _random.Next(1, 6)), Nps = MaybeValue(() => _random.Next(0, 11)), Ces = MaybeValue(Real), IsHigherCesEasier = MaybeValue(Flag) }),
        Events = Some(() => new ConversationEvent { Type = Name(), Name = Maybe(Name), At = MaybeValue(Time), TurnIndex = MaybeValue(() => _random.Next(9)), Amount = MaybeValue(() => Amount() - 5), Currency = Maybe(Name) }),
        CostUsd = MaybeValue(Amount),
        Expectation = Maybe(() => new TaskExpectation { Actions = Some(Call), CommunicateInfo = Some(Text) }),
        Turns = Enumerable.Range(0, _random.Next(1, 6)).Select(Turn).ToList(),
    };

    private Turn Turn(int index) => new()
    {
        Index = index,
        Role = _random.GetItems(Enum.GetValues<TurnRole>(), 1)[0],
        Text = Text(),
        At = MaybeValue(Time),
        Latency = MaybeValue(() => new TimeSpan(_random.NextInt64(1L << _random.Next(1, 50)))),
        Belief = Maybe(() => new BotBelief { Model = Maybe(Name), Top = Some(() => new IntentCandidate(Text(), MaybeValue(_random.NextDouble))), IsFallback = MaybeValue(Flag) }),
        Signals = (TurnSignals)_random.Next(64),
        ToolCalls = Some(Call),
        Passages = Some(() => new RetrievedPassage(Maybe(Name), Text())),
        Tokens = MaybeValue(() => new TokenUsage(_random.Next(), _random.NextInt64())),
        CostUsd = MaybeValue(Amount),
    };

    private ToolCall Call() => new()
    {
        Name = Name(),
        ArgumentsJson = Maybe(() => _random.GetItems(["{}", "[]", "{\"a\":1,\"b\":[true,null,\"x\"]}", "\"no json {\"", "-1.5", "{\"ä\":\"ß\"}"], 1)[0]),
        Result = Maybe(Text),
        IsOk = MaybeValue(Flag),
    };

    private string Name() => _random.GetItems(["shop", "a/b", "Übung", "id-7", "x y", "🛒"], 1)[0];

    private string Text() => string.Concat(_random.GetItems(Texts, _random.Next(1, 4)));

    private bool Flag() => _random.Next(2) == 0;

    private double Real() => (_random.NextDouble() - 0.5) * Math.Pow(10, _random.Next(-12, 12));

    private decimal Amount() => new(_random.Next(), _random.Next(9), 0, false, (byte)_random.Next(10, 20));

    private DateTimeOffset Time()
        => new(_random.NextInt64(TimeSpan.TicksPerDay * 700_000) / (Flag() ? 1 : 10_000_000) * (Flag() ? 1 : 5) % DateTime.MaxValue.Ticks, TimeSpan.Zero);

    private T? Maybe<T>(Func<T> make)
        where T : class
        => Flag() ? make() : null;

    private T? MaybeValue<T>(Func<T> make)
        where T : struct
        => Flag() ? make() : null;

    private List<T> Some<T>(Func<T> make) => Enumerable.Range(0, _random.Next(3)).Select(_ => make()).ToList();
}
