using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.Neutral;
using ConvoEval.Testing.Builders;
using Xunit;

namespace ConvoEval.UnitTests.Ingestion.Neutral;

public sealed class TranscriptWriterTests
{
    [Fact]
    public async Task Every_conversation_is_one_line()
    {
        var conversations = new RandomConversations(11);
        var written = Enumerable.Range(0, 300).Select(_ => conversations.Next()).ToList();
        using var file = new MemoryStream();
        await using (var writer = new TranscriptWriter(file))
        {
            foreach (var conversation in written)
                await writer.WriteAsync(conversation, TestContext.Current.CancellationToken);
        }

        byte[] expected = [.. written.SelectMany(conversation => TranscriptJson.Serialize(conversation).Append((byte)'\n'))];
        Assert.Equal(expected, file.ToArray());
        Assert.Equal(300, expected.Count(value => value == '\n'));
    }
}
