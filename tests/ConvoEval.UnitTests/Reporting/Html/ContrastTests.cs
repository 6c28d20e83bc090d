using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ConvoEval.Reporting.Html;
using Xunit;

namespace ConvoEval.UnitTests.Reporting.Html;

public sealed class ContrastTests
{
    // WCAG 2.2, success criterion 1.4.3: text 4.5 : 1; criterion 1.4.11: marks that carry meaning 3 : 1.
    private const double Text = 4.5;
    private const double Mark = 3;

    private static readonly (string Ink, string Ground, double Least)[] Pairs =
    [
        ("ink", "bg", Text), ("ink", "card", Text), ("ink", "soft", Text), ("ink", "bad-bg", Text), ("ink", "warn-bg", Text), ("ink", "mark", Text),
        ("muted", "bg", Text), ("muted", "card", Text), ("muted", "soft", Text), ("muted", "bad-bg", Text), ("muted", "zone", Text),
        ("accent", "card", Text), ("good", "good-bg", Text), ("warn", "warn-bg", Text), ("bad", "bad-bg", Text), ("unsure", "unsure-bg", Text),
        ("newest", "card", Mark), ("newest", "zone", Mark), ("older", "card", Mark), ("older", "zone", Mark), ("red", "card", Mark),
    ];

    [Theory]
    [InlineData(":root")]
    [InlineData(":root[data-theme=\"dark\"]")]
    public void Every_pair_of_colours_can_be_read(string theme)
    {
        var colours = Colours(theme);
        Assert.All(Pairs, pair =>
        {
            var contrast = Contrast(colours[pair.Ink], colours[pair.Ground]);
            Assert.True(contrast >= pair.Least, FormattableString.Invariant($"{pair.Ink} on {pair.Ground}: {contrast:0.00}, expected {pair.Least}"));
        });
    }

    [Fact]
    public void Dark_by_preference_and_dark_by_choice_are_the_same() =>
        Assert.Equal(Colours(":root:not([data-theme=\"light\"])"), Colours(":root[data-theme=\"dark\"]"));

    private static Dictionary<string, string> Colours(string theme)
    {
        var style = PageResource.Style.Text;
        var start = style.IndexOf(theme + " {", StringComparison.Ordinal);
        return Regex.Matches(style[start..style.IndexOf('}', start)], "--([a-z0-9-]+): #([0-9a-f]{6});")
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);
    }

    private static double Contrast(string one, string other)
    {
        var (lighter, darker) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (lighter + 0.05) / (darker + 0.05);
    }

    // WCAG 2.2, definition of relative luminance.
    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(part => int.Parse(colour.AsSpan(part * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
