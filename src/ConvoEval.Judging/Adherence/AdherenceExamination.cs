using System.Collections.Generic;
using System.Linq;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Adherence;

/// <summary>The rules in their order: forbidden statements, facts, promises, negation, what is left out. The first finding decides.</summary>
internal sealed class AdherenceExamination(GoldenMatcher matcher)
{
    /// <summary>Items ranked next whose facts may be mentioned, for a response often answers two questions, and whose forbidden statements count too if the intent is the same.</summary>
    private const int Neighbours = 5;

    /// <summary>What speaks against a response that the best ranked item covers.</summary>
    public AdherenceFinding? Examine(ResponseProfile response, IReadOnlyList<GoldenMatch> ranked, IReadOnlyList<StatedFact> context)
    {
        var golden = ranked[0].Item;
        return Outright(response, ranked)
            ?? FactCheck.Find(response, golden, context, ranked.Skip(1).Take(Neighbours).Select(match => match.Item))
            ?? PromiseCheck.Find(response, golden, isMatch: true)
            ?? StatementCheck.Negated(response, golden, matcher.Answers)
            ?? StatementCheck.Missing(response, golden);
    }

    /// <summary>What speaks against a response whatever item covers it: forbidden statements and guarantees.</summary>
    public AdherenceFinding? Outright(ResponseProfile response, IReadOnlyList<GoldenMatch> ranked)
    {
        for (var i = 0; i < ranked.Count && i <= Neighbours; i++)
            if (ranked[i].Golden.Intent == ranked[0].Golden.Intent
                && StatementCheck.Forbidden(response, ranked[i].Item, ranked[0].Item, matcher.Answers) is { } finding)
                return finding;
        return PromiseCheck.Find(response, ranked[0].Item, isMatch: false);
    }
}
