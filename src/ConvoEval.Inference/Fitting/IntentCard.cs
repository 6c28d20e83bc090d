using System.Globalization;
using System.Linq;
using System.Text;
using ConvoEval.Inference.Catalog;
using ConvoEval.Inference.Fitting.Calibration;
using ConvoEval.Inference.Fitting.Examples;
using ConvoEval.Inference.Fitting.Folders;

namespace ConvoEval.Inference.Fitting;

/// <summary>
/// Writes CARD.md of an intent model: what it is for, what it was made of, how good it is, what it cannot do.
/// </summary>
internal static class IntentCard
{
    /// <summary>The card as UTF-8.</summary>
    public static byte[] Write(
        ModelManifest manifest, TrainingSet set, IntentCalibration calibration, IntentTrainerOptions options)
    {
        var inScope = set.ClassOf.Count(place => place >= 0);
        var card = new StringBuilder().Append(CultureInfo.InvariantCulture, $"""
            # {manifest.Name}, version {manifest.Version}

            Intent model with {set.Intents.Count} intents. It says which intent a short user message has, how sure that
            is, and whether the message belongs to none of them.

            ## How it works
            Words, pairs of words and stretches of 2 to 5 characters inside words, weighted by tf-idf (words that the
            model has never seen make all other weights smaller); one linear separator per intent, fitted with squared
            hinge loss; probabilities by softmax at one temperature; out-of-scope score = free energy at temperature 0.1.

            - training texts used: {inScope} in scope, {set.ClassOf.Count - inScope} out of scope; {set.Rejected.Count} left out as
              empty, repeated or contradictory
            - built on the encoder: {manifest.Options["encoder"]}
            - temperature {calibration.Temperature:F4}, from {calibration.InScope} held-out texts
            - out of scope above {calibration.OutOfScopeThreshold:F6}: the cut that rejects {options.RejectionLevel:P0} of held-out
              in-scope texts
            - prediction set: intents of probability {calibration.SetThreshold:F6} or more; it should hold the right one for
              {options.SetLevel:P0} of in-scope texts


            """);
        CardTables.Append(card, manifest);
        card.Append("""
            ## Limits
            - It reads words, not meaning: a wish in words that nothing taught it is often called out of scope.
            - It reads one message without the conversation around it, and gives one intent to a message with several.
            - The promises of the cuts hold for texts like the training texts. Measure them on your own traffic.
            - Of a message only the first 2,048 characters are read.

            """);
        return Encoding.UTF8.GetBytes(card.ToString().ReplaceLineEndings("\n"));
    }
}
