using System;
using System.Globalization;
using System.Text;
using ConvoEval.Domain.Transcripts;
using Xunit;

namespace ConvoEval.UnitTests.Domain.Transcripts;

public sealed class TranscriptTimeTests
{
    [Theory]
    [InlineData("2026-01-31T08:15:00Z", "2026-01-31T08:15:00Z")]
    [InlineData("2026-01-31T08:15:00", "2026-01-31T08:15:00Z")]
    [InlineData("2026-01-31 08:15", "2026-01-31T08:15:00Z")]
    [InlineData("2026-01-31t08:15:00.5z", "2026-01-31T08:15:00.5Z")]
    [InlineData("2026-01-31T08:15:00.123456789+02:00", "2026-01-31T06:15:00.1234567Z")]
    [InlineData("2026-01-31T08:15:00-0330", "2026-01-31T11:45:00Z")]
    [InlineData("2026-01-31T08:15:00+02", "2026-01-31T06:15:00Z")]
    [InlineData("2024-02-29T23:59:59.0000001Z", "2024-02-29T23:59:59.0000001Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    public void Times_are_read_as_utc_and_written_shortly(string text, string written)
    {
        Assert.True(TranscriptTime.TryParse(Encoding.UTF8.GetBytes(text), out var time));
        Assert.Equal(written, Written(time));
        Assert.Equal(DateTimeOffset.Parse(written, CultureInfo.InvariantCulture), time);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-01-31")]
    [InlineData("2026-02-30T00:00:00Z")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("2026-01-31T24:00:00Z")]
    [InlineData("2026-01-31T08:15:00.Z")]
    [InlineData("2026-01-31T08:15:00+")]
    [InlineData("2026-01-31T08:15:00Z more")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("31.01.2026 08:15")]
    [InlineData("２026-01-31T08:15:00Z")]
    public void Other_texts_are_no_times(string text)
    {
        Assert.False(TranscriptTime.TryParse(Encoding.UTF8.GetBytes(text), out _));
        Assert.False(TranscriptTime.TryParse(text, out _));
    }

    [Fact]
    public void Every_written_time_reads_back()
    {
        var random = new Random(3);
        for (var i = 0; i < 10_000; i++)
        {
            var time = new DateTimeOffset(random.NextInt64(DateTime.MaxValue.Ticks + 1), TimeSpan.Zero);
            var text = Written(time);
            Assert.True(TranscriptTime.TryParse(text, out var read));
            Assert.Equal(time, read);
            // Parity with the framework's own writer.
            Assert.Equal(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture), text);
        }
    }

    private static string Written(DateTimeOffset time)
    {
        var text = new byte[TranscriptTime.MaxLength];
        return Encoding.UTF8.GetString(text, 0, TranscriptTime.Format(time, text));
    }
}
