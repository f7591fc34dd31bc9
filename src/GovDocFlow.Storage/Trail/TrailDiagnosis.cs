namespace GovDocFlow.Storage;

/// <summary>Says what happened to one subject's trail, from all its lines and its head.</summary>
/// <param name="lines">In the order of their numbers.</param>
internal sealed class TrailDiagnosis(string subject, IReadOnlyList<TrailLine> lines, TrailHead head)
{
    private readonly TrailHasher _hasher = new();

    /// <summary>The first fault; null where the trail is whole.</summary>
    public TrailFault? Find()
    {
        var previous = TrailHead.NoHash;
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index];
            if (index + 1 > head.Line || line.Line < index + 1)
            {
                return Fault(line.Line, TrailFaultKind.Inserted);
            }

            if (line.Line != index + 1 || line.PreviousHash != previous || !IsOriginal(line, index + 1, previous))
            {
                return Broken(index, previous);
            }

            previous = line.Hash;
        }

        if (lines.Count < head.Line)
        {
            return Fault(lines.Count + 1, TrailFaultKind.Missing);
        }

        return previous == head.Hash ? null : Fault(lines.Count, TrailFaultKind.Altered);
    }

    private TrailFault Broken(int index, string previous)
    {
        var (line, number) = (lines[index], index + 1);
        if (IsOriginal(line, number, previous))
        {
            // The right line in the right place: its number or its tie to the one before was altered.
            return Fault(number, TrailFaultKind.Altered);
        }

        var written = NumberWhenWritten(line);
        if (lines.Skip(index + 1).Any(later => IsOriginal(later, number, previous)))
        {
            // What belongs here stands further down.
            var isOriginal = written is not null && written != number;
            return Fault(number, isOriginal ? TrailFaultKind.Reordered : TrailFaultKind.Inserted);
        }

        if (line.Line > number || written > number)
        {
            return Fault(number, TrailFaultKind.Missing);
        }

        if (written < number)
        {
            return Fault(written.Value, TrailFaultKind.Inserted);
        }

        // A line that is sound in itself but follows another one: the one before it was written anew, hash and all.
        return Fault(written == number && index > 0 ? index : number, TrailFaultKind.Altered);
    }

    private int? NumberWhenWritten(TrailLine line)
    {
        for (var number = 1; number <= Math.Max(lines.Count, head.Line); number++)
        {
            if (IsOriginal(line, number, line.PreviousHash))
            {
                return number;
            }
        }

        return null;
    }

    private bool IsOriginal(TrailLine line, int number, string previousHash) =>
        _hasher.Hash(line, number, previousHash) == line.Hash;

    private TrailFault Fault(int line, TrailFaultKind kind) => new(subject, line, kind);
}
