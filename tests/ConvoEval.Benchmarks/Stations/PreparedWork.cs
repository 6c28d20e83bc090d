using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using ConvoEval.Domain.Transcripts;

namespace ConvoEval.Benchmarks.Stations;

/// <summary>
/// A station ready for work: given a piece of the corpus it prepares what it needs from the stations before it (not measured) and gives the work
/// itself (measured), which says how many items it did.
/// </summary>
internal delegate ValueTask<Func<ValueTask<long>>> PreparedWork(IReadOnlyList<Conversation> piece);
