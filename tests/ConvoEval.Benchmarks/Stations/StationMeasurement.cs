using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConvoEval.Benchmarks.Corpus;
using ConvoEval.Benchmarks.Measurements;

namespace ConvoEval.Benchmarks.Stations;

/// <summary>One station over the whole corpus, in pieces of 256 conversations. Its first piece is done once before, so that the code is compiled.</summary>
internal static class StationMeasurement
{
    private const int PieceSize = 256;

    public static async Task<Measurement> RunAsync(MeasureRequest request, CancellationToken cancellationToken)
    {
        var opened = new List<object>();
        try
        {
            await WarmUpAsync(request, opened, cancellationToken);
            var prepare = await StationTable.OpenAsync(request, opened, cancellationToken);
            var meter = new Meter();
            long items = 0;
            await foreach (var piece in CorpusReader.ReadAsync(request.Corpus, PieceSize, cancellationToken))
            {
                var work = await prepare(piece);
                meter.Start();
                items += await work();
                meter.Stop();
            }

            return new Measurement
            {
                Name = request.Name,
                Unit = StationTable.UnitOf(request.Name),
                Items = items,
                WallSeconds = meter.Wall.TotalSeconds,
                CpuSeconds = meter.Cpu.TotalSeconds,
                PeakBytes = PeakMemory.Read(),
            };
        }
        finally
        {
            foreach (var part in opened)
                await CloseAsync(part);
        }
    }

    /// <summary>The transcripts alone, from the files to conversations.</summary>
    public static async Task<Measurement> ReadAsync(MeasureRequest request, CancellationToken cancellationToken)
    {
        var meter = new Meter();
        long turns = 0;
        meter.Start();
        await foreach (var piece in CorpusReader.ReadAsync(request.Corpus, PieceSize, cancellationToken))
        {
            foreach (var conversation in piece)
                turns += conversation.Turns.Count;
        }

        meter.Stop();
        return new Measurement
        {
            Name = request.Name,
            Unit = "turns",
            Items = turns,
            WallSeconds = meter.Wall.TotalSeconds,
            CpuSeconds = meter.Cpu.TotalSeconds,
            PeakBytes = PeakMemory.Read(),
        };
    }

    private static async Task WarmUpAsync(MeasureRequest request, List<object> opened, CancellationToken cancellationToken)
    {
        var prepare = await StationTable.OpenAsync(request, opened, cancellationToken);
        await foreach (var piece in CorpusReader.ReadAsync(request.Corpus, PieceSize, cancellationToken))
        {
            var work = await prepare(piece);
            await work();
            return;
        }
    }

    private static async ValueTask CloseAsync(object part)
    {
        if (part is IAsyncDisposable later)
            await later.DisposeAsync();
        else if (part is IDisposable now)
            now.Dispose();
    }
}
