namespace GovDocFlow.Storage;

/// <summary>Brings a database to the schema of this program, one script after the other, forward only.</summary>
/// <remarks>
/// The table <c>Migration</c> says what was run. Two hosts that start at once do not meet: one waits for the other
/// and finds its scripts done.
/// </remarks>
public sealed class Migrator(Database database, TimeProvider clock)
{
    private const string JournalTable = "Migration";

    /// <summary>Runs what this database lacks, each script in its own transaction.</summary>
    /// <returns>How many scripts this call ran; 0 where nothing was lacking.</returns>
    /// <exception cref="InvalidOperationException">A script that was run here has another content now.</exception>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var session = new Session(database);
        await MakeJournalAsync(session, cancellation);

        var run = 0;
        foreach (var script in Lacking(await JournalAsync(session, cancellation)))
        {
            run += await RunAsync(session, script, cancellation) ? 1 : 0;
        }

        return run;
    }

    /// <summary>The names of the scripts that this database lacks, in the order in which they would run.</summary>
    /// <exception cref="InvalidOperationException">A script that was run here has another content now.</exception>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellation)
    {
        await using var session = new Session(database);
        var journal = await HasJournalAsync(session, cancellation) ? await JournalAsync(session, cancellation) : [];
        return [.. Lacking(journal).Select(script => script.Name)];
    }

    private IEnumerable<MigrationScript> Lacking(IReadOnlyList<JournalLine> journal)
    {
        var done = journal.ToDictionary(line => line.Number);
        foreach (var script in MigrationScript.For(database.Dialect.Provider))
        {
            if (!done.TryGetValue(script.Number, out var line))
            {
                yield return script;
            }
            else if (line.Hash != script.Hash)
            {
                throw new InvalidOperationException(
                    $"Migration {script.Name} was run here on {line.At} with another content. " +
                    "A released script stays as it is: restore it and add a new one.");
            }
        }
    }

    private async Task<bool> RunAsync(Session session, MigrationScript script, CancellationToken cancellation)
    {
        try
        {
            await LockJournalAsync(session, cancellation);
            if ((await JournalAsync(session, cancellation)).Any(line => line.Number == script.Number))
            {
                return false;
            }

            foreach (var statement in script.Statements(session.Dialect))
            {
                await session.ExecuteAsync(statement, null, cancellation);
            }

            await session.ExecuteAsync(
                "INSERT INTO Migration (Number, Name, Hash, At) VALUES (@Number, @Name, @Hash, @At)",
                new { script.Number, script.Name, script.Hash, At = clock.GetUtcNow() },
                cancellation);
            await session.CommitAsync(cancellation);
            return true;
        }
        finally
        {
            await session.RollbackAsync();
        }
    }

    // Whoever writes row 0 runs the scripts; the next one waits here until they are committed.
    private static Task<int> LockJournalAsync(Session session, CancellationToken cancellation) =>
        session.ExecuteAsync("UPDATE Migration SET Name = Name WHERE Number = 0", null, cancellation);

    private async Task MakeJournalAsync(Session session, CancellationToken cancellation)
    {
        if (await HasJournalAsync(session, cancellation))
        {
            return;
        }

        try
        {
            await session.BeginWriteAsync(cancellation);
            if (!await HasJournalAsync(session, cancellation))
            {
                await session.ExecuteAsync(
                    """
                    CREATE TABLE Migration (
                        Number int NOT NULL,
                        Name nvarchar(100) NOT NULL,
                        Hash nvarchar(64) NOT NULL,
                        At nvarchar(24) NOT NULL,
                        CONSTRAINT PK_Migration PRIMARY KEY (Number)
                    )
                    """,
                    null,
                    cancellation);
                await session.ExecuteAsync(
                    "INSERT INTO Migration (Number, Name, Hash, At) VALUES (0, 'journal', '', @At)",
                    new { At = clock.GetUtcNow() },
                    cancellation);
                await session.CommitAsync(cancellation);
            }
        }
        catch (Exception exception) when (session.Dialect.IsTableThere(exception))
        {
            // Another host made it in the same moment: that is all that was wanted.
        }
        finally
        {
            await session.RollbackAsync();
        }
    }

    private static async Task<bool> HasJournalAsync(Session session, CancellationToken cancellation) =>
        await session.ScalarAsync<int>(session.Dialect.TableExists, new { name = JournalTable }, cancellation) > 0;

    private static Task<IReadOnlyList<JournalLine>> JournalAsync(Session session, CancellationToken cancellation) =>
        session.QueryAsync<JournalLine>("SELECT Number, Hash, At FROM Migration ORDER BY Number", null, cancellation);

    private sealed record JournalLine
    {
        public int Number { get; init; }

        public string Hash { get; init; } = "";

        public string At { get; init; } = "";
    }
}
