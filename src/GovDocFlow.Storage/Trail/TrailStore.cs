namespace GovDocFlow.Storage;

/// <summary>The trail: every act on every subject, append-only, each line tied to the one before by its hash.</summary>
/// <remarks>A subject is <c>document:</c> with the id in lower case, or <c>office</c>.</remarks>
public sealed class TrailStore(Session session)
{
    private readonly TrailHasher _hasher = new();

    /// <summary>Opens the trail of a new subject.</summary>
    /// <returns>A head without lines.</returns>
    /// <exception cref="RaceException">Another host opened it in the same moment.</exception>
    public async Task<TrailHead> OpenAsync(string subject, CancellationToken cancellation)
    {
        var head = new TrailHead { Line = 0, Hash = TrailHead.NoHash };
        try
        {
            await session.ExecuteAsync(
                "INSERT INTO TrailHead (Subject, Line, Hash) VALUES (@subject, @Line, @Hash)",
                new { subject, head.Line, head.Hash },
                cancellation);
        }
        catch (Exception exception) when (session.Dialect.IsUniqueViolation(exception))
        {
            throw new RaceException($"the trail of {subject}", exception);
        }

        return head;
    }

    /// <summary>Keeps everybody else from acting on the subject until this transaction ends.</summary>
    /// <remarks>What an act rests on is read after this, so that two acts do not decide on the same state.</remarks>
    /// <returns>The head as nobody else can change it now; null where the subject's trail was never opened.</returns>
    public async Task<TrailHead?> LockAsync(string subject, CancellationToken cancellation)
    {
        await session.BeginWriteAsync(cancellation);
        return await session.FindAsync<TrailHead>(
            """
            UPDATE TrailHead SET Line = Line WHERE Subject = @subject;
            SELECT Line, Hash FROM TrailHead WHERE Subject = @subject
            """,
            new { subject },
            cancellation);
    }

    /// <summary>Writes the lines at the end of the subject's trail, in order; takes the lock where it is not held.</summary>
    /// <returns>The number of the last line.</returns>
    /// <exception cref="InvalidOperationException">The subject's trail was never opened.</exception>
    /// <exception cref="ArgumentException">A text contains U+0000.</exception>
    public async Task<int> AppendAsync(
        string subject, IReadOnlyList<TrailDraft> lines, CancellationToken cancellation)
    {
        var head = await LockAsync(subject, cancellation)
            ?? throw new InvalidOperationException($"No trail was opened for '{subject}'.");
        var (line, hash) = (head.Line, head.Hash);
        foreach (var draft in lines)
        {
            var entry = Entry(subject, draft, line + 1, hash);
            await session.ExecuteAsync(
                """
                INSERT INTO TrailEntry (
                    Subject, Line, At, Actor, ActorName, OnBehalfOf, Verb, Detail, SubjectVersion, PreviousHash, Hash)
                VALUES (
                    @Subject, @Line, @At, @Actor, @ActorName, @OnBehalfOf, @Verb, @Detail, @SubjectVersion,
                    @PreviousHash, @Hash);
                UPDATE TrailHead SET Line = @Line, Hash = @Hash WHERE Subject = @Subject
                """,
                entry,
                cancellation);
            (line, hash) = (entry.Line, entry.Hash);
        }

        return line;
    }

    /// <summary>All lines of one subject, in order; empty for a subject that is not known.</summary>
    public Task<IReadOnlyList<TrailEntry>> ReadAsync(string subject, CancellationToken cancellation) =>
        session.QueryAsync<TrailEntry>(
            """
            SELECT Subject, Line, At, Actor, ActorName, OnBehalfOf, Verb, Detail, SubjectVersion, PreviousHash, Hash
            FROM TrailEntry
            WHERE Subject = @subject
            ORDER BY Line
            """,
            new { subject },
            cancellation);

    /// <summary>Checks every line of every subject against its hash, its predecessor and the subject's head.</summary>
    /// <param name="progress">Told the number of lines checked so far, now and then; null for nobody.</param>
    /// <remarks>
    /// Takes memory for one line, and for one subject's lines where something is wrong. Acts may go on meanwhile.
    /// A subject that was removed with all its lines and its head leaves nothing behind that this could see.
    /// </remarks>
    /// <exception cref="InvalidOperationException">Something was written in this session and is not committed.</exception>
    public Task<TrailVerdict> VerifyAsync(IProgress<long>? progress, CancellationToken cancellation) =>
        new TrailVerification(session, progress).RunAsync(cancellation);

    private TrailLine Entry(string subject, TrailDraft draft, int line, string previousHash)
    {
        var entry = new TrailLine
        {
            Subject = subject,
            Line = line,
            At = TextTypes.Text(draft.At),
            Actor = draft.Actor,
            ActorName = draft.ActorName,
            OnBehalfOf = draft.OnBehalfOf,
            Verb = draft.Verb,
            Detail = draft.Detail,
            SubjectVersion = draft.SubjectVersion,
            PreviousHash = previousHash,
        };
        return entry with { Hash = _hasher.Hash(entry, line, previousHash) };
    }
}
