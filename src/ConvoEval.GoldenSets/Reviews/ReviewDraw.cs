using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace ConvoEval.GoldenSets.Reviews;

/// <summary>
/// Draws responses for people to review: a sample of fixed size with a known probability for each response, so that the rate of good
/// responses can be estimated from it. Seeded by hashes: the order in which candidates come does not show. Pure; O(n log n).
/// </summary>
public static class ReviewDraw
{
    /// <summary>
    /// Draws. Versions share the count equally; one that has fewer responses gives all of them and leaves its rest to the others.
    /// The result stands in a shuffled order, which tells neither version nor judge.
    /// </summary>
    /// <param name="candidates">
    /// All responses that an estimate should speak of. Responses reviewed before are left out by the caller. Throws when one stands
    /// there twice or a score is no probability.
    /// </param>
    /// <param name="options">How many, which seed, how uniform.</param>
    public static IReadOnlyList<DrawnReview> Draw(IEnumerable<ReviewCandidate> candidates, ReviewDrawOptions options)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var versions = Sorted(candidates, options.Seed)
            .GroupBy(entry => entry.Candidate.BotVersion, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.ToArray())
            .ToList();
        var shares = Shares([.. versions.Select(version => version.Length)], options.Count);
        return [.. versions
            .SelectMany((version, i) => OfVersion(version, shares[i], options))
            .OrderBy(drawn => Key(options.Seed, "sheet", drawn.Id))
            .ThenBy(drawn => drawn.Id, StringComparer.Ordinal)];
    }

    /// <summary>Equal shares, none above what there is; the first get one more where it does not divide.</summary>
    internal static int[] Shares(IReadOnlyList<int> available, int count)
    {
        var shares = new int[available.Count];
        var left = (int)Math.Min(count, available.Sum(number => (long)number));
        while (left > 0)
        {
            var open = Enumerable.Range(0, shares.Length).Where(i => shares[i] < available[i]).ToList();
            var each = left / open.Count;
            foreach (var i in open)
            {
                var more = Math.Min(Math.Max(each, 1), Math.Min(available[i] - shares[i], left));
                shares[i] += more;
                left -= more;
            }
        }

        return shares;
    }

    private static List<Entry> Sorted(IEnumerable<ReviewCandidate> candidates, ulong seed)
    {
        var entries = new List<Entry>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            if (candidate.JudgeScore is { } score and not (>= 0 and <= 1))
                throw new ArgumentException(FormattableString.Invariant(
                    $"{candidate.Conversation} turn {candidate.TurnIndex}: expected a score from 0 to 1 or none, found {score}."));
            var id = IdOf(candidate);
            if (!ids.Add(id))
                throw new ArgumentException(FormattableString.Invariant(
                    $"Expected each response once, found turn {candidate.TurnIndex} of {candidate.Conversation} twice."));
            entries.Add(new Entry(id, Key(seed, "draw", id), candidate));
        }

        entries.Sort(static (one, other) =>
        {
            var order = string.CompareOrdinal(one.Candidate.Stratum, other.Candidate.Stratum);
            if (order == 0)
                order = one.Key.CompareTo(other.Key);
            return order != 0 ? order : string.CompareOrdinal(one.Id, other.Id);
        });
        return entries;
    }

    private static IEnumerable<DrawnReview> OfVersion(Entry[] entries, int count, ReviewDrawOptions options)
    {
        var scores = entries.Select(entry => entry.Candidate.JudgeScore).ToArray();
        var probabilities = InclusionProbabilities.Of(scores, count, options.UniformShare, options.Floor);
        // 53 bits of a hash make a number from 0 to below 1.
        var start = (Key(options.Seed, "start", entries[0].Candidate.BotVersion) >> 11) * (1.0 / (1UL << 53));
        foreach (var i in SystematicSample.Take(probabilities, count, start))
            yield return new DrawnReview(entries[i].Id, entries[i].Candidate, Rounded(probabilities[i]));
    }

    /// <summary>Nine digits: what a spreadsheet keeps, and far more than an estimate can feel.</summary>
    private static double Rounded(double probability) =>
        double.Parse(probability.ToString("G9", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string IdOf(ReviewCandidate candidate)
    {
        var (source, sourceId) = candidate.Conversation;
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{source}\n{sourceId}\n{candidate.TurnIndex}\n{candidate.BotVersion}");
        return "r-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }

    private static ulong Key(ulong seed, string purpose, string text) => BinaryPrimitives.ReadUInt64BigEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}\n{purpose}\n{text}"))));

    private readonly record struct Entry(string Id, ulong Key, ReviewCandidate Candidate);
}
