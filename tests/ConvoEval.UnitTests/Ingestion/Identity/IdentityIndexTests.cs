using System;
using System.Globalization;
using System.Linq;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.Identity;
using Xunit;

namespace ConvoEval.UnitTests.Ingestion.Identity;

public sealed class IdentityIndexTests
{
    private const string StoredKeyHash = "318157566734265154522900419929433647125";
    private const long StoredContentHash = -5337610395967263024;

    [Fact]
    public void The_same_content_under_the_same_key_is_a_duplicate()
    {
        var index = new IdentityIndex();
        Assert.Equal((IdentityOutcome.New, 1), Brief(index.Classify(Conversation("a", "hi", "hello"))));
        Assert.Equal((IdentityOutcome.Duplicate, 1), Brief(index.Classify(Conversation("a", "hi", "hello"))));
        Assert.Equal(1, index.Count);
    }

    [Fact]
    public void More_turns_after_the_known_ones_are_a_new_revision()
    {
        var index = new IdentityIndex();
        index.Classify(Conversation("a", "hi"));
        Assert.Equal((IdentityOutcome.Reopened, 2), Brief(index.Classify(Conversation("a", "hi", "hello"))));
        Assert.Equal((IdentityOutcome.Reopened, 3), Brief(index.Classify(Conversation("a", "hi", "hello", "thanks"))));
    }

    [Fact]
    public void An_earlier_export_read_again_is_a_duplicate_of_its_revision()
    {
        var index = new IdentityIndex();
        index.Classify(Conversation("a", "hi"));
        index.Classify(Conversation("a", "hi", "hello"));
        Assert.Equal((IdentityOutcome.Duplicate, 1), Brief(index.Classify(Conversation("a", "hi"))));
        Assert.Equal((IdentityOutcome.Duplicate, 2), Brief(index.Classify(Conversation("a", "hi", "hello"))));
    }

    [Theory]
    [InlineData("ho", "hello")]
    [InlineData("hi", "hullo")]
    [InlineData("hi")]
    [InlineData("ho", "hello", "thanks")]
    public void Another_content_is_a_conflict_and_the_first_is_kept(params string[] texts)
    {
        var index = new IdentityIndex();
        index.Classify(Conversation("a", "hi", "hello"));
        Assert.Equal((IdentityOutcome.Conflict, 1), Brief(index.Classify(Conversation("a", texts))));
        Assert.Equal((IdentityOutcome.Duplicate, 1), Brief(index.Classify(Conversation("a", "hi", "hello"))));
    }

    [Fact]
    public void Role_and_time_belong_to_the_content_and_labels_do_not()
    {
        var index = new IdentityIndex();
        var first = Conversation("a", "hi");
        index.Classify(first);
        Assert.Equal(IdentityOutcome.Conflict, index.Classify(first with { Turns = [first.Turns[0] with { Role = TurnRole.Bot }] }).Outcome);
        Assert.Equal(IdentityOutcome.Conflict, index.Classify(first with { Turns = [first.Turns[0] with { At = null }] }).Outcome);
        Assert.Equal(IdentityOutcome.Duplicate, index.Classify(first with { BotVersion = "v2", Turns = [first.Turns[0] with { CostUsd = 1 }] }).Outcome);
    }

    [Fact]
    public void Source_and_id_do_not_run_into_each_other()
        => Assert.NotEqual(ConversationIdentity.KeyHash(new ConversationKey("ab", "c")), ConversationIdentity.KeyHash(new ConversationKey("a", "bc")));

    [Fact]
    public void Texts_of_turns_do_not_run_into_each_other()
        => Assert.NotEqual(Hash(Conversation("a", "ab", "c")), Hash(Conversation("a", "a", "bc")));

    [Fact]
    public void Hashes_are_the_same_on_every_machine()
    {
        // Computed with Python's hashlib from the method as described. A change needs a migration of every store.
        Assert.Equal(StoredKeyHash, ConversationIdentity.KeyHash(new ConversationKey("shop", "Übung-7")).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(StoredContentHash, Hash(Conversation("a", "hi 🛒", "hello")));
    }

    [Fact]
    public void An_index_rebuilt_from_its_rows_in_any_order_answers_alike()
    {
        var versions = new[] { Conversation("a", "hi"), Conversation("a", "hi", "hello"), Conversation("b", "yo") };
        var index = new IdentityIndex();
        var rows = versions.Select(version => Row(version, index.Classify(version))).Reverse().ToList();
        var rebuilt = new IdentityIndex();
        foreach (var row in rows.Concat(rows))
            rebuilt.Restore(row);
        Assert.Equal(3, rebuilt.Count);
        foreach (var next in (Conversation[])[.. versions, Conversation("a", "hi", "hello", "!"), Conversation("b", "no"), Conversation("c", "x")])
            Assert.Equal(index.Classify(next), rebuilt.Classify(next));
    }

    [Fact]
    public void Many_conversations_keep_apart()
    {
        var index = new IdentityIndex();
        for (var i = 0; i < 100_000; i++)
            Assert.Equal(IdentityOutcome.New, index.Classify(Conversation(i.ToString(CultureInfo.InvariantCulture), "hi")).Outcome);
        for (var i = 0; i < 100_000; i += 997)
            Assert.Equal(IdentityOutcome.Duplicate, index.Classify(Conversation(i.ToString(CultureInfo.InvariantCulture), "hi")).Outcome);
        Assert.Equal(100_000, index.Count);
    }

    private static (IdentityOutcome Outcome, int Revision) Brief(IdentityVerdict verdict) => (verdict.Outcome, verdict.Revision);

    private static IdentityRow Row(Conversation conversation, IdentityVerdict verdict)
        => new(conversation.Key, conversation.Turns.Count, verdict.ContentHash, verdict.Revision);

    private static long Hash(Conversation conversation) => ConversationIdentity.ContentHash(conversation.Turns, conversation.Turns.Count);

    private static Conversation Conversation(string id, params string[] texts) => new()
    {
        Key = new ConversationKey("shop", id),
        Turns = texts.Select((text, index) => new Turn
        {
            Index = index,
            Role = index % 2 == 0 ? TurnRole.User : TurnRole.Bot,
            Text = text,
            At = DateTimeOffset.UnixEpoch.AddSeconds(index),
        }).ToList(),
    };
}
