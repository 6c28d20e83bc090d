using System;
using System.IO;
using System.Threading.Tasks;
using ConvoEval.Ingestion.Reading;
using Xunit;

namespace ConvoEval.Testing.Contracts;

/// <summary>
/// A reader holds a piece of the file, not the file. Looks at the memory of the whole process, so subclasses belong to a
/// collection that runs alone.
/// </summary>
public abstract class TranscriptReaderMemoryContract : IDisposable
{
    private const long FileBytes = 40L << 20;
    private const long AllowedGrowth = 12L << 20;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("convoeval-memory-");

    /// <summary>The reader under test.</summary>
    protected abstract ITranscriptReader CreateReader();

    /// <summary>What stands before the first item.</summary>
    protected virtual string Head => "";

    /// <summary>What stands between two items.</summary>
    protected virtual string Between => "\n";

    /// <summary>What stands behind the last item.</summary>
    protected virtual string Tail => "\n";

    /// <summary>JSON of one conversation with a turn of this text.</summary>
    protected abstract string Item(int number, string text);

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Memory_does_not_grow_with_the_file()
    {
        var path = Path.Combine(_folder.FullName, "transcripts");
        var written = Write(path);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var read = 0;
        var source = new TranscriptSource { Name = "shop", Path = path };
        await foreach (var item in CreateReader().ReadAsync(source, TestContext.Current.CancellationToken))
        {
            Assert.IsType<ReadItem.Read>(item);
            if (++read % (written / 8) == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(written, read);
        Assert.InRange(most, long.MinValue, AllowedGrowth);
    }

    private int Write(string path)
    {
        var text = new string('x', 2000);
        using var file = new StreamWriter(path);
        file.Write(Head);
        var count = 0;
        for (long bytes = 0; bytes < FileBytes; count++)
        {
            var item = Item(count, text);
            bytes += item.Length;
            file.Write(count > 0 ? Between : "");
            file.Write(item);
        }

        file.Write(Tail);
        return count;
    }
}
