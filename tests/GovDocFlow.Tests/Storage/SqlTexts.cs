using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using GovDocFlow.Storage;

namespace GovDocFlow.Tests.Storage;

/// <summary>Every SQL text of the product: the literals that the compiler put into the assemblies, and the migrations.</summary>
/// <remarks>
/// From the assemblies and not from the sources, because there constants are already put together. A text that is
/// only completed at run time shows as a fragment, which does not parse.
/// </remarks>
internal static partial class SqlTexts
{
    public static IEnumerable<string> InCode() =>
        new[] { typeof(Database).Assembly, Assembly.Load("GovDocFlow.UseCases") }
            .SelectMany(Literals)
            .Where(text => Statement().IsMatch(text))
            .Distinct();

    public static IEnumerable<string> InMigrations(DatabaseProvider provider)
    {
        using var dialect = DialectOf(provider);
        return [.. MigrationScript.For(provider).SelectMany(script => script.Statements(dialect))];
    }

    private static Dialect DialectOf(DatabaseProvider provider) =>
        provider == DatabaseProvider.Sqlite ? new SqliteDialect("Data Source=:memory:") : new SqlServerDialect("");

    private static List<string> Literals(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var literals = new List<string>();
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            literals.Add(metadata.GetUserString(handle));
        }

        return literals;
    }

    [GeneratedRegex(@"^\s*(SELECT|INSERT|UPDATE|DELETE|MERGE|WITH|CREATE|ALTER|DROP|TRUNCATE|EXEC|EXECUTE|DECLARE|SET|IF|BEGIN)\s")]
    private static partial Regex Statement();
}
