using System;
using System.IO;
using System.Threading;
using ConvoEval.Benchmarks;
using ConvoEval.Benchmarks.Measurements;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
if (args is [ChildProcess.Verb, var request])
{
    await ChildProcess.AnswerAsync(request, Benchmark.MeasureAsync, Console.Out, stop.Token);
    return 0;
}

BenchmarkOptions options;
try
{
    options = BenchmarkOptions.Parse(args);
}
catch (ArgumentException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message + Environment.NewLine + BenchmarkOptions.Usage);
    return 2;
}

var scratch = Directory.CreateTempSubdirectory("convoeval-benchmarks-").FullName;
try
{
    await new Benchmark(options, scratch, Console.Out).RunAsync(stop.Token);
    return 0;
}
finally
{
    Directory.Delete(scratch, recursive: true);
}
