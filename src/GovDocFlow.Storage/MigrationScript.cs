using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace GovDocFlow.Storage;

/// <summary>One step of the schema, as it is embedded in this assembly.</summary>
/// <param name="Name">The file's name without its endings: <c>0001_foundation</c>.</param>
/// <param name="Text">As written, with its tokens; line ends are <c>\n</c>.</param>
internal sealed partial record MigrationScript(int Number, string Name, string Text)
{
    /// <summary>SHA-256 of the text, in lower-case hexadecimal.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>The scripts for one database, by number.</summary>
    /// <exception cref="InvalidOperationException">Two scripts bear one number, or a name has no number.</exception>
    public static IReadOnlyList<MigrationScript> For(DatabaseProvider provider)
    {
        var other = provider == DatabaseProvider.Sqlite ? ".sqlserver" : ".sqlite";
        var scripts = typeof(MigrationScript).Assembly.GetManifestResourceNames()
            .Select(name => FileName().Match(name))
            .Where(match => match.Success && match.Groups["only"].Value != other)
            .Select(Read)
            .OrderBy(script => script.Number)
            .ToList();

        var twice = scripts.GroupBy(script => script.Number).FirstOrDefault(same => same.Count() > 1);
        return twice is null
            ? scripts
            : throw new InvalidOperationException($"Two migrations bear the number {twice.Key}.");
    }

    /// <summary>The statements in the words of <paramref name="dialect"/>, in order.</summary>
    public IEnumerable<string> Statements(Dialect dialect) =>
        Separator().Split(dialect.Render(Text)).Select(statement => statement.Trim()).Where(text => text.Length > 0);

    private static MigrationScript Read(Match match)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(match.Value)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        var number = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        return new MigrationScript(number, match.Groups["name"].Value, text);
    }

    [GeneratedRegex(@"^.*\.Migrations\.(?<name>(?<number>\d{4})_\w+?)(?<only>\.sqlite|\.sqlserver)?\.sql$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^GO[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Separator();
}
