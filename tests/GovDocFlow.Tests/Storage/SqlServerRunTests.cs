using System.Reflection;
using NUnit.Framework.Internal;

namespace GovDocFlow.Tests.Storage;

public sealed class SqlServerRunTests
{
    [Test]
    public void Every_test_for_both_databases_ran_on_SQL_Server_too()
    {
        var tests = Cases();

        Assert.That(tests, Is.Positive, "No test is marked for both databases.");
        if (TestDatabase.Server is null)
        {
            Assert.Ignore(
                $"{tests} tests ran on SQLite only. Set {TestDatabase.ServerVariable} to a connection string to run "
                + "them on SQL Server too.");
        }
    }

    /// <summary>The cases of all fixtures for both databases, as NUnit itself builds them for one of the two.</summary>
    private static int Cases() =>
        typeof(SqlServerRunTests).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<OnEachDatabaseAttribute>() is not null)
            .Select(type => new OnEachDatabaseAttribute().BuildFrom(new TypeWrapper(type)).First())
            .Sum(fixture => fixture.TestCaseCount);
}
