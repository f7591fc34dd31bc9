using GovDocFlow.Storage;

namespace GovDocFlow.Tests.Storage;

public sealed class SqlTextTests
{
    [TestCaseSource(typeof(SqlTexts), nameof(SqlTexts.InCode))]
    public void Every_statement_in_code_keeps_to_the_common_core(string sql)
    {
        Assert.That(PortableSql.Faults(sql), Is.Empty);
    }

    [Test]
    public void Every_migration_keeps_to_the_common_core()
    {
        var faults = SqlTexts.InMigrations(DatabaseProvider.SqlServer)
            .SelectMany(sql => PortableSql.Faults(sql).Select(fault => (fault, sql)));

        Assert.That(faults, Is.Empty);
    }

    [Test]
    public void The_statements_are_found()
    {
        Assert.That(SqlTexts.InCode().Count(), Is.GreaterThan(20));
        Assert.That(SqlTexts.InMigrations(DatabaseProvider.SqlServer).Count(), Is.GreaterThan(10));
    }

    [TestCase("SELECT Id FROM Officer ORDER BY Seq LIMIT 5")]
    [TestCase("SELECT Id FROM Officer WHERE Id = ")]
    [TestCase("SELECT UserName || Name FROM Officer")]
    [TestCase("SELECT TOP 5 Id FROM Officer")]
    [TestCase("SELECT Id FROM Officer ORDER BY Seq OFFSET 0 ROWS FETCH NEXT 5 ROWS ONLY")]
    [TestCase("SELECT * FROM Officer")]
    [TestCase("SELECT @id FROM Officer")]
    [TestCase("SELECT GETDATE()")]
    [TestCase("SELECT ISNULL(Name, '') FROM Officer")]
    [TestCase("SELECT Name + ' ' FROM Officer")]
    [TestCase("SELECT Id FROM Officer WITH (HOLDLOCK)")]
    [TestCase("MERGE Officer AS o USING Department AS d ON o.Department = d.Name WHEN MATCHED THEN DELETE;")]
    [TestCase("DELETE FROM Officer OUTPUT deleted.Id WHERE Id = @id")]
    [TestCase("CREATE OR ALTER VIEW Everybody AS SELECT Id FROM Officer")]
    [TestCase("CREATE TABLE Desk (Id int NOT NULL, INDEX IX_Desk (Id))")]
    [TestCase("CREATE TABLE Desk (Id int NOT NULL INDEX IX_Desk)")]
    [TestCase("ALTER TABLE Officer ADD Room int NULL, Floor int NULL")]
    [TestCase("ALTER TABLE Officer ALTER COLUMN Name nvarchar(10) NOT NULL")]
    [TestCase("ALTER TABLE Officer ADD Room int NULL DEFAULT 1 WITH VALUES")]
    public void What_one_database_would_not_understand_is_noticed(string sql)
    {
        Assert.That(PortableSql.Faults(sql), Is.Not.Empty);
    }

    [Test]
    public async Task Every_statement_in_code_fits_the_migrated_tables()
    {
        await using var db = await TestDatabase.CreateAsync();
        await using var connection = await db.Database.OpenAsync(CancellationToken.None);
        foreach (var sql in SqlTexts.InCode().Where(IsForSqlite))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;

            Assert.That(() => command.PrepareAsync(CancellationToken.None), Throws.Nothing, sql);
        }
    }

    [Test]
    public void A_migration_that_differs_is_there_for_both_databases()
    {
        var sqlite = MigrationScript.For(DatabaseProvider.Sqlite).Select(script => (script.Number, script.Name));
        var sqlServer = MigrationScript.For(DatabaseProvider.SqlServer).Select(script => (script.Number, script.Name));

        Assert.That(sqlite, Is.EqualTo(sqlServer).And.Not.Empty);
    }

    // The dialect's own words for SQL Server, and the journal, which the migrator makes.
    private static bool IsForSqlite(string sql) =>
        !sql.Contains("INFORMATION_SCHEMA", StringComparison.Ordinal)
        && !sql.StartsWith("SET ", StringComparison.Ordinal)
        && !sql.StartsWith("CREATE TABLE Migration", StringComparison.Ordinal);
}
