using System;
using System.Collections.Frozen;

namespace ConvoEval.Judging.Adherence;

/// <summary>Words that say nothing of what a question or an answer is about.</summary>
internal static class MatchingStopWords
{
    private static readonly FrozenSet<string> Known = (
        "a an the is are was were be been being to of in on for and or but so you your yours we our us i im me my it its this that these those there here with at by "
        + "from can could will would do does did may might as if have has had then than just now please thanks thank hi hello hey ok okay yes no not dont "
        + "am ill ive youre thats well also any some into up out about who what which when where why how one").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string token) => Known.Contains(token);
}
