using System;

namespace ConvoEval.Inference.Text;

/// <summary>
/// Lists the n-grams of a text: words and pairs of words, and the stretches of 2 to 5 characters inside each word with
/// its
/// borders (after scikit-learn's analyzers word and char_wb). No n-gram begins or ends inside a surrogate pair. One
/// reader serves one thread.
/// </summary>
internal sealed class NgramReader
{
    private readonly NgramOptions _options;
    private readonly char[] _words;

    public NgramReader(NgramOptions options)
    {
        _options = options;
        _words = new char[(2 * options.MaxCharacters) + 2];
    }

    /// <summary>The words of the text read last; n-gram positions point into it.</summary>
    public ReadOnlySpan<char> Words(int start, int length) => _words.AsSpan(start, length);

    /// <summary>
    /// Hands every n-gram of a text, repeated ones too, to <paramref name="sink"/>, in order of position.
    /// </summary>
    public void Read<TSink>(ReadOnlySpan<char> text, ref TSink sink)
        where TSink : struct, INgramSink
    {
        var length = WordReader.Read(text, _options.MaxCharacters, _words);
        var words = _words.AsSpan(0, length);
        var previousStart = -1;
        var previousState = 0UL;
        for (var start = 1; start < length;)
        {
            var end = start;
            var state = NgramHash.WordSeed;
            while (words[end] != ' ')
            {
                state = NgramHash.Append(state, words[end++]);
            }

            sink.Add(NgramKind.Word, NgramHash.Finish(state), start, end - start);
            if (previousStart >= 0 && _options.WordPairs)
            {
                var pair = previousState;
                for (var i = start - 1; i < end; i++)
                {
                    pair = NgramHash.Append(pair, words[i]);
                }

                sink.Add(NgramKind.WordPair, NgramHash.Finish(pair), previousStart, end - previousStart);
            }

            ReadCharacters(words, start - 1, end + 1, ref sink);
            previousStart = start;
            previousState = state;
            start = end + 1;
        }
    }

    private void ReadCharacters<TSink>(ReadOnlySpan<char> words, int start, int end, ref TSink sink)
        where TSink : struct, INgramSink
    {
        for (var first = start; first < end - 1; first++)
        {
            if (char.IsLowSurrogate(words[first]))
            {
                continue;
            }

            var state = NgramHash.CharacterSeed;
            var last = Math.Min(end, first + _options.MaxCharacterNgram);
            for (var i = first; i < last; i++)
            {
                state = NgramHash.Append(state, words[i]);
                var size = i - first + 1;
                if (size >= _options.MinCharacterNgram && !char.IsHighSurrogate(words[i]))
                {
                    sink.Add(NgramKind.Character, NgramHash.Finish(state), first, size);
                }
            }
        }
    }
}
