using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace ConvoEval.Judging.Text;

/// <summary>
/// Web addresses in a text, in canonical form: host in lower case without www, path without trailing slash, query sorted, without scheme, fragment and
/// campaign parameters.
/// </summary>
internal static partial class UrlFacts
{
    /// <summary>The addresses of a normalised text with their place in it; <paramref name="masked"/> gets the places of e-mail hosts too.</summary>
    public static List<TextFact> Find(string normalized, out List<(int Start, int End)> masked)
    {
        var found = new List<TextFact>();
        masked = [];
        foreach (Match match in Address().Matches(normalized))
        {
            var text = match.Value.AsSpan().TrimEnd(".,;:!?").ToString();
            masked.Add((match.Index, match.Index + text.Length));
            if (match.Index > 0 && normalized[match.Index - 1] == '@')
                continue;
            found.Add(new TextFact(Canonical(text), match.Index, match.Index + text.Length));
        }

        return found;
    }

    private static string Canonical(string url)
    {
        var bare = Scheme().Replace(url, "");
        bare = bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? bare[4..] : bare;
        var slash = bare.IndexOf('/');
        var host = slash < 0 ? bare : bare[..slash];
        var (path, query) = Split(slash < 0 ? "" : bare[(slash + 1)..], '?');
        path = Split(path, '#').Head.TrimEnd('/');
        var kept = Split(query, '#').Head.Split('&')
            .Where(part => part.Length > 0 && !IsCampaign(part)).Order(StringComparer.Ordinal);
        var rest = string.Join('&', kept);
        return host.ToLowerInvariant() + (path.Length > 0 ? "/" + path : "") + (rest.Length > 0 ? "?" + rest : "");
    }

    private static bool IsCampaign(string part) =>
        part.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || part.StartsWith("gclid", StringComparison.OrdinalIgnoreCase)
        || part.StartsWith("fbclid", StringComparison.OrdinalIgnoreCase);

    private static (string Head, string Tail) Split(string text, char mark)
    {
        var at = text.IndexOf(mark);
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }

    [GeneratedRegex(
        @"\b(?:https?://|www\.)[^\s<>"")]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|gov|edu|example|bank|ie|eu|co|uk|de)(?:/[^\s<>"")]*)?(?![\w])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex("^https?://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}
