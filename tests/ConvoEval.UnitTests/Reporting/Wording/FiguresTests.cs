using System.Globalization;
using ConvoEval.Domain.Kpis;
using ConvoEval.Reporting.Wording;
using Xunit;

namespace ConvoEval.UnitTests.Reporting.Wording;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0, "0.0 %")]
    [InlineData(1, "100.0 %")]
    [InlineData(0.714, "71.4 %")]
    [InlineData(0.0004, "0.04 %")]
    [InlineData(0.00001, "< 0.01 %")]
    [InlineData(0.9996, "99.96 %")]
    [InlineData(0.99999, "> 99.99 %")]
    public void A_share_is_never_rounded_to_certainty(double share, string expected) => Assert.Equal(expected, Plain(Figures.Percent(share)));

    [Theory]
    [InlineData(0.42, "0.42 s")]
    [InlineData(12.34, "12.3 s")]
    [InlineData(59.99, "1 min 00 s")]
    [InlineData(212, "3 min 32 s")]
    [InlineData(7500, "2 h 05 min")]
    [InlineData(-24, "−24.0 s")]
    public void Seconds_grow_into_minutes_and_hours(double seconds, string expected) => Assert.Equal(expected, Plain(Figures.Value(KpiUnit.Seconds, seconds)));

    [Theory]
    [InlineData(0, "$0.00")]
    [InlineData(0.00042, "$0.00042")]
    [InlineData(0.412, "$0.412")]
    [InlineData(0.8, "$0.80")]
    [InlineData(12.5, "$12.50")]
    [InlineData(1234.5, "$1,234.50")]
    public void Dollars_keep_the_decimals_that_matter(double dollars, string expected) => Assert.Equal(expected, Plain(Figures.Value(KpiUnit.Usd, dollars)));

    [Fact]
    public void A_difference_of_shares_is_in_points() => Assert.Equal("−8.2 points", Plain(Figures.Difference(KpiUnit.Share, -0.082)));

    [Fact]
    public void Both_ends_of_an_interval_have_the_same_decimals() =>
        Assert.Equal("−52.0 s to +4.0 s", Plain(Figures.DifferenceInterval(KpiUnit.Seconds, -52, 4)));

    [Fact]
    public void Part_of_nothing_has_no_share() => Assert.Equal("0 of 0", Figures.Of(0, 0));

    [Fact]
    public void Culture_does_not_show()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CommaCulture.Make();
            Assert.Equal("71.4 %", Plain(Figures.Percent(0.714)));
            Assert.Equal("1,234", Figures.Count(1234));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
