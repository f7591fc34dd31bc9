using System.Text;
using System.Text.Json;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Drafting;
using GovDocFlow.UseCases.Trails;

namespace GovDocFlow.Tests.Documents;

[OnEachDatabase]
public sealed class ExportTests(DatabaseProvider provider)
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private TestOffice _office = null!;

    [SetUp]
    public async Task AnOffice() => _office = await TestOffice.OpenAsync(provider: provider);

    [TearDown]
    public async Task Close() => await _office.DisposeAsync();

    [TestCase("=1+1的通知")]
    [TestCase("+关于科普的通知")]
    [TestCase("-关于科普的通知")]
    [TestCase("@关于科普的通知")]
    public async Task No_title_is_computed_by_whoever_opens_the_table(string title)
    {
        await ADraftCalled(title);

        var csv = await Taken(new ReadDocuments.Query());

        Assert.That(Lines(csv)[1], Is.EqualTo($"\"'{title}\""));
    }

    [Test]
    public async Task A_cell_that_begins_with_a_tab_is_no_formula_either()
    {
        await ADraftCalled("关于科普的通知");

        var csv = await Taken(new ReadDocuments.Query(), line => $"\t={line.Title}");

        Assert.That(Lines(csv)[1], Is.EqualTo("\"'\t=关于科普的通知\""));
    }

    [Test]
    public async Task A_table_of_text_says_that_it_is_utf_8_and_keeps_quotes_and_commas()
    {
        await ADraftCalled("关于“科普”,\"周\"的通知");

        var csv = await Taken(new ReadDocuments.Query());

        Assert.That(csv[..3], Is.EqualTo(Mark));
        Assert.That(Lines(csv), Is.EqualTo(new[] { "\"标题\"", "\"关于“科普”,\"\"周\"\"的通知\"" }));
    }

    [Test]
    public async Task The_trail_says_who_took_which_list_along()
    {
        await ADraftCalled("关于科普的通知");

        await Taken(new ReadDocuments.Query(
            State: DocumentState.Draft, Q: "科普", Order: new DocumentOrder(DocumentOrderBy.IssuedAt, Descending: true)));

        var line = (await _office.Send(new ReadTrail.Query(Verb: "exportDocuments"), "supervisor")).Items.Single();
        var filter = line.Detail.GetProperty("filter");
        Assert.That(line.Actor, Is.EqualTo((await _office.Officer("supervisor")).Name));
        Assert.That(line.Detail.GetProperty("format").GetString(), Is.EqualTo("csv"));
        Assert.That(
            new[] { "state", "q", "sort" }.Select(name => filter.GetProperty(name).GetString()),
            Is.EqualTo(new[] { "draft", "科普", "-issuedAt" }));
        Assert.That(filter.TryGetProperty("kind", out var kind) ? kind.ValueKind : JsonValueKind.Null, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task The_trail_keeps_the_line_where_the_reader_goes_away()
    {
        await ADraftCalled("关于科普的通知");

        var taken = () => Taken(new ReadDocuments.Query(), _ => throw new IOException("The reader has gone."));

        Assert.That(taken, Throws.InstanceOf<IOException>());
        Assert.That((await _office.Send(new ReadTrail.Query(Verb: "exportDocuments"), "supervisor")).Items, Has.Count.EqualTo(1));
    }

    private Task<DocumentView> ADraftCalled(string title) =>
        _office.Send(new CreateDraft.Command(ADraft.OfADepartment with { Title = title }), "drafter.keji");

    private async Task<byte[]> Taken(ReadDocuments.Query list, Func<ReadDocuments.Line, object?>? cell = null)
    {
        using var target = new MemoryStream();
        var table = new ExportTable("公文", ["标题"], line => [cell is null ? line.Title : cell(line)]);
        await _office.Send(new ExportDocuments.Command(list, ExportFormat.Csv, table, target), "supervisor");
        return target.ToArray();
    }

    private static string[] Lines(byte[] csv) =>
        Encoding.UTF8.GetString(csv[Mark.Length..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
