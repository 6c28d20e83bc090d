using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using ConvoEval.Judging.Text;

namespace ConvoEval.Judging.Adherence;

/// <summary>Words of everyday customer service that mean nearly the same, brought to one stem. Wide groups, because they only help to find what a sentence is about.</summary>
internal static class Synonyms
{
    private static readonly string[] Groups =
    [
        "call ring phone telephone dial", "cost charge fee price", "free gratis", "show see view find appear visible display shown", "start begin began open",
        "take last need require necessary", "copy photocopy duplicate", "death die died deceased passed dead", "notify tell inform report told",
        "send post mail sent letter", "money refund reimburse repay", "cover protect safe protection", "separate apart individual own", "each every per",
        "link url", "click tap press follow", "forward pass", "delete remove bin erase", "increase raise higher lift", "lower reduce decrease",
        "cancel stop end terminate", "collect fetch", "order request apply book", "wait hold", "id identity identification passport",
        "limit maximum cap ceiling most", "minimum least", "usual normal ordinary", "withdraw withdrawal", "interest rate yield", "early sooner before prior",
        "branch office", "customer client", "promise guarantee assure", "together total altogether combined sum", "forecast predict foresee", "app application",
    ];

    private static readonly FrozenDictionary<string, string> Heads = Build();

    /// <summary>The first stem of the group; the stem itself when it is in none.</summary>
    public static string Of(string stem) => Heads.GetValueOrDefault(stem, stem);

    private static FrozenDictionary<string, string> Build()
    {
        var heads = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in Groups)
        {
            var words = group.Split(' ');
            foreach (var word in words)
                heads.TryAdd(Stems.Of(word).ToString(), Stems.Of(words[0]).ToString());
        }

        return heads.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
