using System.Text;
using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;

namespace GovDocFlow.UseCases.Demo;

/// <summary>The demo office and its sample cases, as they are shipped inside the program.</summary>
internal static class DemoFiles
{
    private const int LastCase = 14;
    private const int ClassifiedCase = 7;

    /// <summary>The people, departments and number series.</summary>
    public static DemoOffice Office() => Json.Read<DemoOffice>(Text("Demo/office.json"));

    /// <summary>The cases by number, without the one that may not be entered at all.</summary>
    public static IReadOnlyList<DemoCase> Cases() =>
    [
        .. Enumerable.Range(1, LastCase).Where(number => number != ClassifiedCase).Select(number =>
        {
            var text = Text($"{Folder(number)}/case.json");
            return Json.Read<DemoCase>(text) with { Draft = Json.Read<Draft>(text) };
        }),
    ];

    /// <summary>The file that bears a secrecy mark and gets into the wrong draft.</summary>
    public static MisplacedFile Classified() => Json.Read<MisplacedFile>(Text($"{Folder(ClassifiedCase)}/case.json"));

    /// <summary>The marked-up text of a paper.</summary>
    public static string Paper(int caseNumber, string name) => Text($"{Folder(caseNumber)}/{name}");

    private static string Folder(int caseNumber) => $"Demo/Cases/case-{caseNumber:00}";

    private static string Text(string name)
    {
        using var stream = typeof(DemoFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program lacks its part {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>The demo office.</summary>
internal sealed record DemoOffice(
    IReadOnlyList<DemoDepartment> Departments, IReadOnlyList<DemoUser> Users, IReadOnlyList<DemoSeries> Series);

/// <summary>A department of the demo.</summary>
internal sealed record DemoDepartment(string Key, string Name, string ShortName, IReadOnlyList<string> Aliases, bool IsOffice);

/// <summary>A user of the demo.</summary>
internal sealed record DemoUser(string UserName, string Name, string Title, string Department, IReadOnlyList<Role> Roles);

/// <summary>A number series of the demo.</summary>
internal sealed record DemoSeries(string Series, string Organ, bool Normative);

/// <summary>A sample case: what was drafted, and when what happened to it.</summary>
internal sealed record DemoCase
{
    public required int Case { get; init; }

    /// <summary>The key of the drafting department.</summary>
    public required string Department { get; init; }

    /// <summary>In which it is numbered; null where it is not.</summary>
    public string? Series { get; init; }

    /// <summary>As it was printed; null takes the next of the series.</summary>
    public string? Number { get; init; }

    public required DateTimeOffset DraftedAt { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>When the other issuers signed, in order.</summary>
    public IReadOnlyList<DateTimeOffset> CountersignedAt { get; init; } = [];

    /// <summary>Null where it still waits for its signature.</summary>
    public DateTimeOffset? SignedOffAt { get; init; }

    public DateTimeOffset? IssuedAt { get; init; }

    public DateTimeOffset? DocumentPublishedAt { get; init; }

    public DateTimeOffset? InterpretationPublishedAt { get; init; }

    public required IReadOnlyList<DemoFile> Files { get; init; }

    /// <summary>How it was corrected after its return; null where it went through at once.</summary>
    public DemoRound? Round2 { get; init; }

    /// <summary>What the drafter filled in.</summary>
    public Draft Draft { get; init; } = null!;
}

/// <summary>A correction after a return.</summary>
internal sealed record DemoRound(
    DateTimeOffset CorrectedAt, DateTimeOffset SubmittedAt, DisclosureAttribute Attribute, IReadOnlyList<DemoFile> Files);

/// <summary>A paper of a case.</summary>
/// <param name="Name">The name of the uploaded file.</param>
/// <param name="Text">The name of its marked-up text.</param>
internal sealed record DemoFile(FileRole Role, string Name, string Text);

/// <summary>A classified paper on its way into the draft of another case.</summary>
/// <param name="UploadedTo">The number of the case whose drafter tries it.</param>
internal sealed record MisplacedFile(int Case, int UploadedTo, string Body);
