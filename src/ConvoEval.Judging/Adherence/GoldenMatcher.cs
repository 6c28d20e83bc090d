using System;
using System.Collections.Generic;
using System.Linq;
using ConvoEval.Domain.Golden;

namespace ConvoEval.Judging.Adherence;

/// <summary>
/// Tells which golden items a response answers, by the question, what was said before it, and the response itself. Only items valid on the day take part.
/// Immutable, thread-safe; one search costs the postings of the words that occur.
/// </summary>
internal sealed class GoldenMatcher
{
    private readonly GoldenProfile[] _items;
    private readonly TermIndex _questions;
    private readonly TermIndex _answers;
    private readonly int[] _questionItems;
    private readonly int[] _answerItems;

    public GoldenMatcher(IReadOnlyList<GoldenItem> items)
    {
        var questions = items.SelectMany((item, i) => item.Variants.Prepend(item.Question).Select(text => (Text: text, Item: i))).ToList();
        var answers = items.SelectMany((item, i) => AnswerForms(item).Select(text => (Text: text, Item: i))).ToList();
        _questions = new TermIndex([.. questions.Select(entry => entry.Text)]);
        _answers = new TermIndex([.. answers.Select(entry => entry.Text)]);
        _questionItems = [.. questions.Select(entry => entry.Item)];
        _answerItems = [.. answers.Select(entry => entry.Item)];
        _items = [.. items.Select(item => new GoldenProfile(item, _answers))];
    }

    /// <summary>Weights of words in golden answers.</summary>
    public TermIndex Answers => _answers;

    /// <summary>The profile of an item of this set; a new one for an item that is not part of it.</summary>
    public GoldenProfile ProfileOf(GoldenItem item) =>
        Array.Find(_items, profile => ReferenceEquals(profile.Golden, item)) ?? new GoldenProfile(item, _answers);

    /// <summary>All items valid on the day with their similarities, best first, ties by order of id.</summary>
    public List<GoldenMatch> Rank(string question, string before, string response, DateOnly? day)
    {
        var asked = Best(_questions, _questionItems, question);
        var earlier = Best(_questions, _questionItems, before);
        var answered = Best(_answers, _answerItems, response);
        var askedAnswers = Best(_answers, _answerItems, question);
        var answeredQuestions = Best(_questions, _questionItems, response);
        var matches = new List<GoldenMatch>(_items.Length);
        for (var i = 0; i < _items.Length; i++)
            if (day is not { } known || _items[i].Golden.IsValidOn(known))
                matches.Add(new GoldenMatch(_items[i], asked[i], answered[i], earlier[i], Math.Max(askedAnswers[i], answeredQuestions[i])));
        matches.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Golden.Id, b.Golden.Id));
        return matches;
    }

    private float[] Best(TermIndex index, int[] owners, string text)
    {
        var best = new float[_items.Length];
        if (text.Length == 0)
            return best;
        var scores = new float[index.Count];
        index.Score(text, scores);
        for (var i = 0; i < scores.Length; i++)
            best[owners[i]] = Math.Max(best[owners[i]], scores[i]);
        return best;
    }

    private static IEnumerable<string> AnswerForms(GoldenItem item) =>
        item.Answers.Append(string.Join(". ", item.Required.Select(statement => statement.Text))).Where(text => text.Length > 0);
}
