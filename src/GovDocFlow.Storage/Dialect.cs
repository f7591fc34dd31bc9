using System.Data.Common;

namespace GovDocFlow.Storage;

/// <summary>What the two databases say differently; all other SQL is written once.</summary>
public abstract class Dialect : IDisposable
{
    /// <summary>Which of the two it is.</summary>
    public abstract DatabaseProvider Provider { get; }

    /// <summary>Counts the tables named <c>@name</c>: 0 or 1.</summary>
    public abstract string TableExists { get; }

    /// <summary>The first rows of <paramref name="select"/>, as many as the parameter says.</summary>
    /// <param name="select">A query that ends with its <c>ORDER BY</c>.</param>
    /// <param name="limitParameter">The parameter's name, with its @.</param>
    public abstract string Page(string select, string limitParameter);

    /// <summary>The day on the office's wall calendar, as <c>yyyy-MM-dd</c>, of an instant as it is stored.</summary>
    /// <param name="instant">A column.</param>
    public abstract string ChinaDay(string instant);

    /// <summary>How a word is looked for in texts, taken literally; the case of ASCII letters does not count.</summary>
    public virtual WordSearch Search(string word) => new(
        $"%{Escaped(word)}%", (column, parameter) => $"{column} LIKE {parameter} ESCAPE '~'");

    /// <summary>Whether a row was refused because its key is taken.</summary>
    /// <remarks>On SQL Server the transaction is lost then; roll it back before anything else.</remarks>
    public abstract bool IsUniqueViolation(Exception exception);

    /// <summary>
    /// Whether the same act may succeed when it is run again from the start: a deadlock, a lock that was not had in
    /// time, or a row that another host wrote first.
    /// </summary>
    public bool IsTransient(Exception exception) =>
        exception is RaceException || IsLockConflict(exception);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    internal abstract Task<DbConnection> OpenAsync(CancellationToken cancellation);

    /// <summary>Waits for the turn to write; every call is followed by one <see cref="LeaveWriter"/>.</summary>
    internal abstract Task EnterWriterAsync(CancellationToken cancellation);

    internal abstract void LeaveWriter();

    internal abstract Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellation);

    /// <summary>The migration script in this database's words.</summary>
    internal abstract string Render(string script);

    /// <summary>Whether a table could not be made because it is there.</summary>
    internal abstract bool IsTableThere(Exception exception);

    /// <summary>Whether the database gave the lock to somebody else.</summary>
    private protected abstract bool IsLockConflict(Exception exception);

    /// <summary>Gives back what is held for the whole process.</summary>
    protected abstract void Dispose(bool disposing);

    private static string Escaped(string word) => word
        .Replace("~", "~~", StringComparison.Ordinal)
        .Replace("%", "~%", StringComparison.Ordinal)
        .Replace("_", "~_", StringComparison.Ordinal)
        .Replace("[", "~[", StringComparison.Ordinal);
}

/// <summary>How a word is looked for.</summary>
/// <param name="Value">The parameter's value.</param>
/// <param name="In">The condition that a column holds the word, from the column and the parameter's name with its @.</param>
public sealed record WordSearch(string Value, Func<string, string, string> In);
