using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ConvoEval.Domain.Transcripts;
using ConvoEval.Ingestion.Reading;
using Xunit;

namespace ConvoEval.UnitTests.Ingestion;

/// <summary>Reads text as a file of its own.</summary>
internal static class ReaderRun
{
    public static async Task<List<ReadItem>> OfAsync(ITranscriptReader reader, string text, params (string Name, string Value)[] options)
    {
        var folder = Directory.CreateTempSubdirectory("convoeval-reader-");
        try
        {
            var path = Path.Combine(folder.FullName, "chat.jsonl");
            await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
            var items = new List<ReadItem>();
            var source = new TranscriptSource { Name = "shop", Path = path, Options = options.ToDictionary(option => option.Name, option => option.Value) };
            await foreach (var item in reader.ReadAsync(source, TestContext.Current.CancellationToken))
                items.Add(item);
            return items;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The only conversation of a text.</summary>
    public static async Task<Conversation> OneAsync(ITranscriptReader reader, string text, params (string Name, string Value)[] options)
    {
        var items = await OfAsync(reader, text, options);
        Assert.DoesNotContain(items, item => item is ReadItem.Rejected);
        return Assert.Single(items.OfType<ReadItem.Read>()).Conversation;
    }

    public static IEnumerable<(string Code, string? Detail, long Count)> Notes(IEnumerable<ReadItem> items)
        => items.OfType<ReadItem.Noted>().Select(item => (item.Note.Code, item.Note.Detail, item.Note.Count));
}
