using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ConvoEval.Domain.Labels;
using ConvoEval.Domain.Runs;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Domain.Verdicts;
using ConvoEval.Storage;
using Xunit;

namespace ConvoEval.Testing.Contracts;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Facts_come_back_with_every_member()
    {
        var full = new ConversationFacts
        {
            Key = StoreSamples.Key("full"),
            Revision = 1,
            BotVersion = "2.0",
            ScenarioId = "task-9",
            Trial = 3,
            Night = new DateOnly(2026, 2, 28),
            UserKey = "u-77",
            Intent = "card_delivery",
            ExcludedBecause = "internal",
            GoalsOpened = 2,
            GoalsReached = 0,
            GoalsUnscored = 1,
            IsEscalated = false,
            IsAbandoned = true,
            UserTurns = 4,
            BotTurns = 5,
            FallbackTurns = 0,
            ReAsks = 6,
            FirstResponseSeconds = 0.1 + 0.2,
            HandlingSeconds = 0,
            CostUsd = 1e-17,
            ResponsesPassed = 7,
            ResponsesFailed = 8,
            ResponsesAbstained = 9,
            ResponsesUncovered = 10,
            ResponsesUnscored = 11,
            CriticalStatements = 12,
            BeliefTurns = 13,
            BeliefDisagreements = 14,
            OutOfScopeTurns = 15,
        };
        var bare = new ConversationFacts { Key = StoreSamples.Key("bare"), Revision = 1 };
        await using var store = await CreateWithAsync(
            StoreSamples.Record("full", 1) with { Facts = full }, StoreSamples.Record("bare", 1) with { Facts = bare });

        Assert.Equal([full, bare], await ListAsync(store.Reader.ReadFactsAsync(First, Token)));
    }

    [Fact]
    public async Task Facts_come_in_the_order_of_storing_with_keys_unchanged()
    {
        ConversationKey[] keys =
        [
            new("a", "b"), new("a", "a\0"), new("a", "a"), new("ab", "1"), new("a", "b1"), new("a\0", "1"),
            new("A", "z"),
            new("a", "\U0001F600"), new("a", "\uFF21"), new("a", "\uD83D"), new("a", "\u00E9"), new("a", "e\u0301"),
            new("a", "10"), new("a", "9"), new("a", "a b"), new("b", "\u0001"), new("a", "\u4E2D"), new("a", "a\u0001"),
        ];
        await using var store = await CreateWithAsync([.. keys.Select(key => StoreSamples.Record(key, 1))]);

        Assert.Equal(keys, (await ListAsync(store.Reader.ReadFactsAsync(First, Token))).Select(f => f.Key));
    }

    [Fact]
    public async Task Verdicts_and_identities_come_in_the_order_of_storing()
    {
        await using var store = await CreateWithAsync(StoreSamples.Record("z", 1), StoreSamples.Record("a", 1));
        var second = new RunId("second");
        await store.Runs.StartAsync(StoreSamples.Run(second.Value, "plan 2"), Token);
        // Conversations of another run come in between.
        await store.Runs.CommitBatchAsync(second, StoreSamples.Batch(0, StoreSamples.Record("b", 1)), Token);
        await store.Runs.CommitBatchAsync(First, StoreSamples.Batch(1), Token);
        await store.Runs.CommitBatchAsync(First, StoreSamples.Batch(2, StoreSamples.Record("m", 1)), Token);

        var verdicts = await ListAsync(store.Reader.ReadVerdictsAsync(First, VerdictFilter.All, Token));
        Assert.Equal(["z", "a", "m"], verdicts.Select(v => v.Key.SourceId));
        var identities = await ListAsync(store.Reader.ReadIdentityAsync(First, Token));
        Assert.Equal(["z", "a", "m"], identities.Select(i => i.Key.SourceId));
        Assert.Equal(["b"], (await ListAsync(store.Reader.ReadFactsAsync(second, Token))).Select(f => f.Key.SourceId));
    }

    [Fact]
    public async Task Random_units_make_keys_that_stay_apart_and_unchanged()
    {
        const int seed = 20260301;
        // Units where encodings change their length, and the ones that escapes are made of.
        const string alphabet = "\0\u0001\u001B0A\u007F\u0080\u07FF\u0800\uD7FF\uD800\uDBFF\uDC00\uDFFF\uE000\uFFFF";
        var random = new Random(seed);
        var keys = Enumerable.Range(0, 600)
            .Select(_ => new ConversationKey(RandomText(), RandomText())).Distinct().ToArray();
        await using var store = await CreateWithAsync([.. keys.Select(key => StoreSamples.Record(key, 1))]);

        var read = (await ListAsync(store.Reader.ReadFactsAsync(First, Token))).Select(f => f.Key).ToArray();

        Assert.True(keys.SequenceEqual(read), $"Keys of seed {seed} came back changed or in another order.");

        string RandomText() =>
            string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => alphabet[random.Next(alphabet.Length)]));
    }

    [Fact]
    public async Task Only_the_latest_revision_counts_and_all_are_known_again()
    {
        var reopened = StoreSamples.Record("1", 3);
        await using var store = await CreateWithAsync(
            StoreSamples.Record("1", 1) with { ContentHash = ulong.MaxValue, TurnCount = 2 },
            StoreSamples.Record("2", 1) with { ContentHash = 0, TurnCount = 0 });
        await store.Runs.CommitBatchAsync(
            First,
            StoreSamples.Batch(1, reopened with { TurnCount = 5, Facts = reopened.Facts with { UserTurns = 5 } }),
            Token);
        await store.Runs.CommitBatchAsync(First, StoreSamples.Batch(2, StoreSamples.Record("1", 2)), Token);

        var facts = await ListAsync(store.Reader.ReadFactsAsync(First, Token));
        Assert.Equal([("2", 1, 1), ("1", 3, 5)], facts.Select(f => (f.Key.SourceId, f.Revision, f.UserTurns)));
        var verdicts = await ListAsync(store.Reader.ReadVerdictsAsync(First, VerdictFilter.All, Token));
        Assert.Equal([("2", 1), ("1", 3)], verdicts.Select(v => (v.Key.SourceId, v.Revision)));
        Assert.Equal(2, Assert.Single(await ListAsync(store.Reader.ReadLedgerAsync(First, Token))).Total);
        var conversations = await ListAsync(store.Reader.ReadConversationsAsync(First, [StoreSamples.Key("1")], Token));
        Assert.Equal(3, Assert.Single(conversations).Conversation.Revision);
        var hash = StoreSamples.Record("1", 1).ContentHash;
        ConversationIdentity[] known =
        [
            new(StoreSamples.Key("1"), 2, ulong.MaxValue, 1),
            new(StoreSamples.Key("2"), 0, 0, 1),
            new(StoreSamples.Key("1"), 5, hash, 3),
            new(StoreSamples.Key("1"), 2, hash, 2),
        ];
        Assert.Equal(known, await ListAsync(store.Reader.ReadIdentityAsync(First, Token)));
    }

    [Fact]
    public async Task Conversations_come_in_the_order_asked_and_unknown_keys_are_left_out()
    {
        await using var store = await CreateWithAsync(
            StoreSamples.Record("1", 1), StoreSamples.Record("2", 1), StoreSamples.Record("3", 1));
        ConversationKey[] asked =
            [new("web", "3"), new("web", "x"), new("web", "1"), new("app", "2"), new("web", "3")];

        var found = await ListAsync(store.Reader.ReadConversationsAsync(First, asked, Token));

        Assert.Equal(["3", "1", "3"], found.Select(c => c.Conversation.Key.SourceId));
    }

    [Fact]
    public async Task Conversation_comes_back_with_its_labels_and_its_origin()
    {
        var bare = new TurnLabel { Intent = "x", Confidence = 1, OutOfScope = -3.5, IsOutOfScope = true };
        var record = StoreSamples.Record("1", 1) with
        {
            SourceLine = long.MaxValue,
            Labels = [StoreSamples.Label(2, "lost_card"), new LabelledTurn(0, bare)],
        };
        var unlabelled = StoreSamples.Record("2", 1) with { Labels = [], LabelModel = null };
        await using var store = await CreateWithAsync(record, unlabelled);

        var found = await ListAsync(
            store.Reader.ReadConversationsAsync(First, [StoreSamples.Key("1"), StoreSamples.Key("2")], Token));

        Assert.Equal(ExactJson.Of(record.Conversation), ExactJson.Of(found[0].Conversation));
        Assert.Equal(
            record.Labels.OrderBy(l => l.TurnIndex).Select(ExactJson.Of), found[0].Labels.Select(ExactJson.Of));
        Assert.Equal(record.LabelModel, found[0].LabelModel);
        Assert.Equal(
            (record.SourceFile, record.SourceLine, record.RedactionVersion, record.MaskedSpans),
            (found[0].SourceFile, found[0].SourceLine, found[0].RedactionVersion, found[0].MaskedSpans));
        Assert.Null(found[1].LabelModel);
        Assert.Empty(found[1].Labels);
    }

    [Fact]
    public async Task Awkward_texts_come_back_unchanged_wherever_they_stand()
    {
        var records = StoreSamples.AwkwardTexts.Select(Awkward).ToArray();
        await using var store = await CreateWithRunAsync();
        var rejected = StoreSamples.AwkwardTexts
            .Select(text => new RejectedInput { File = text, Line = 0, ReasonCode = text, Message = text }).ToArray();
        await store.Runs.CommitBatchAsync(First, StoreSamples.Batch(0, records) with { Rejected = rejected }, Token);

        Assert.Equal(records.Select(r => r.Facts), await ListAsync(store.Reader.ReadFactsAsync(First, Token)));
        Assert.Equal(
            records.Select(r => ExactJson.Of(r.Verdicts[0])),
            (await ListAsync(store.Reader.ReadVerdictsAsync(First, VerdictFilter.All, Token)))
                .Select(v => ExactJson.Of(v.Verdict)));
        Assert.Equal(rejected, await ListAsync(store.Reader.ReadRejectedAsync(First, Token)));
        Assert.Equal(records.Length, (await ListAsync(store.Reader.ReadLedgerAsync(First, Token))).Count);
        var found = await ListAsync(
            store.Reader.ReadConversationsAsync(First, [.. records.Select(r => r.Conversation.Key)], Token));
        Assert.Equal(
            records.Select(r => ExactJson.Of(r.Conversation)), found.Select(c => ExactJson.Of(c.Conversation)));
        Assert.Equal(records.Select(r => ExactJson.Of(r.Labels[0])), found.Select(c => ExactJson.Of(c.Labels[0])));
        Assert.Equal(records.Select(r => r.LabelModel), found.Select(c => c.LabelModel));
    }

    [Fact]
    public async Task Texts_of_a_megabyte_come_back_whole()
    {
        // 1,048,576 letters that repeat after 26 × 3: long enough for every buffer, and compressible.
        var text = string.Concat(Enumerable.Range(0, 1 << 20).Select(i => (char)('a' + (i * 3 % 26))));
        var noise = new byte[1 << 20];
        new Random(7).NextBytes(noise);
        var incompressible = Convert.ToBase64String(noise);
        var record = Awkward(text) with { SourceFile = "big.jsonl" };
        var other = StoreSamples.Record("noise", 1);
        other = other with
        {
            Conversation = other.Conversation with
            {
                Turns = [new Turn { Index = 0, Role = TurnRole.User, Text = incompressible }],
            },
        };
        await using var store = await CreateWithAsync(record, other);

        var keys = new List<ConversationKey> { record.Conversation.Key, other.Conversation.Key };
        var found = await ListAsync(store.Reader.ReadConversationsAsync(First, keys, Token));

        Assert.Equal(text, found[0].Conversation.Turns[0].Text);
        Assert.Equal(incompressible, found[1].Conversation.Turns[0].Text);
        var verdicts = await ListAsync(
            store.Reader.ReadVerdictsAsync(First, new VerdictFilter { Criterion = text }, Token));
        Assert.Equal(text, Assert.Single(verdicts).Verdict.Explanation);
    }

    private static ConversationRecord Awkward(string text)
    {
        var key = new ConversationKey(text, text);
        var record = StoreSamples.Record(key, 1);
        return record with
        {
            Conversation = record.Conversation with
            {
                BotVersion = text,
                Tags = new Dictionary<string, string>(StringComparer.Ordinal) { [text] = text },
                Turns = [new Turn { Index = 0, Role = TurnRole.User, Text = text }],
            },
            SourceFile = text,
            RedactionVersion = text,
            LabelModel = new ModelIdentity(text, text, text),
            Labels = [StoreSamples.Label(0, text)],
            Verdicts =
            [
                new Verdict.Graded
                {
                    Criterion = text,
                    SubjectId = text,
                    Judge = new JudgeDigest(text, text),
                    ReasonCode = text,
                    Explanation = text,
                    Grade = Grade.Contradicted,
                    Evidence = [new Evidence(0, 0, text.Length, text)],
                    CriticalStatementId = text,
                },
            ],
            Facts = new ConversationFacts
            {
                Key = key,
                BotVersion = text,
                ScenarioId = text,
                UserKey = text,
                Intent = text,
                ExcludedBecause = text,
            },
        };
    }
}
