namespace GovDocFlow.Storage;

/// <summary>One check of the whole trail, line by line in the order of subjects.</summary>
internal sealed class TrailVerification(Session session, IProgress<long>? progress)
{
    private const int LinesBetweenReports = 10_000;

    private const string BeforeAllSubjects = "";

    private readonly TrailHasher _hasher = new();

    private long _subjects;
    private long _entries;
    private TrailLine? _last;
    private int _line;
    private string _hash = TrailHead.NoHash;

    /// <inheritdoc cref="TrailStore.VerifyAsync"/>
    public async Task<TrailVerdict> RunAsync(CancellationToken cancellation)
    {
        if (session.HasWritten)
        {
            throw new InvalidOperationException("The trail is checked in a session in which nothing was written.");
        }

        var fault = await HeadlessAsync(cancellation);
        var done = BeforeAllSubjects;
        while (fault is null && await ScanAsync(done, cancellation) is { } suspect)
        {
            // Somebody may have acted between the reading of a head and of its lines: look again, with the lock.
            fault = await DiagnoseAsync(suspect, cancellation);
            done = suspect;
        }

        progress?.Report(_entries);
        return new TrailVerdict(_subjects, _entries, fault);
    }

    /// <summary>Checks the subjects after <paramref name="after"/>; gives the first that does not hold, or null.</summary>
    private async Task<string?> ScanAsync(string after, CancellationToken cancellation)
    {
        const string Lines =
            """
            SELECT e.Seq, h.Subject, h.Line AS HeadLine, h.Hash AS HeadHash, e.Line, e.At, e.Actor, e.ActorName,
                   e.OnBehalfOf, e.Verb, e.Detail, e.SubjectVersion, e.PreviousHash, e.Hash
            FROM TrailHead h LEFT JOIN TrailEntry e ON e.Subject = h.Subject
            WHERE h.Subject > @after
            ORDER BY h.Subject, e.Line
            """;

        _last = null;
        await foreach (var line in session.StreamAsync<TrailLine>(Lines, new { after }, cancellation))
        {
            if (line.Subject != _last?.Subject)
            {
                if (!IsLastAtItsHead())
                {
                    return _last!.Subject;
                }

                _subjects++;
                (_line, _hash) = (0, TrailHead.NoHash);
            }

            _last = line;
            if (!Follows(line))
            {
                return line.Subject;
            }
        }

        return IsLastAtItsHead() ? null : _last!.Subject;
    }

    private bool IsLastAtItsHead() => _last is null || (_line == _last.HeadLine && _hash == _last.HeadHash);

    private bool Follows(TrailLine line)
    {
        if (line.Seq == 0)
        {
            return line.HeadLine == 0;
        }

        _entries++;
        if (_entries % LinesBetweenReports == 0)
        {
            progress?.Report(_entries);
        }

        _line++;
        var hash = _hash;
        _hash = line.Hash;
        return line.Line == _line && line.PreviousHash == hash && _hasher.Hash(line, _line, hash) == line.Hash;
    }

    private async Task<TrailFault?> DiagnoseAsync(string subject, CancellationToken cancellation)
    {
        try
        {
            var head = await new TrailStore(session).LockAsync(subject, cancellation)
                ?? throw new InvalidOperationException($"No trail was opened for '{subject}'.");
            var lines = await session.QueryAsync<TrailLine>(
                """
                SELECT Subject, Line, At, Actor, ActorName, OnBehalfOf, Verb, Detail, SubjectVersion, PreviousHash, Hash
                FROM TrailEntry
                WHERE Subject = @subject
                ORDER BY Line
                """,
                new { subject },
                cancellation);
            _entries += lines.Count - _line;
            return new TrailDiagnosis(subject, lines, head).Find();
        }
        finally
        {
            await session.RollbackAsync();
        }
    }

    private async Task<TrailFault?> HeadlessAsync(CancellationToken cancellation)
    {
        var subject = await session.ScalarAsync<string?>(
            """
            SELECT MIN(e.Subject)
            FROM TrailEntry e
            WHERE NOT EXISTS (SELECT 1 FROM TrailHead h WHERE h.Subject = e.Subject)
            """,
            null,
            cancellation);
        return subject is null ? null : new TrailFault(subject, 1, TrailFaultKind.Headless);
    }
}
