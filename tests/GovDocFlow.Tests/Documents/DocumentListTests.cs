using System.Globalization;
using System.Text;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Drafting;

namespace GovDocFlow.Tests.Documents;

[OnEachDatabase]
public sealed class DocumentListTests(DatabaseProvider provider)
{
    private static readonly string[] Orders = [.. DocumentOrder.All];

    private TestOffice _office = null!;

    [SetUp]
    public async Task AnOffice() => _office = await TestOffice.OpenAsync(provider: provider);

    [TearDown]
    public async Task Close() => await _office.DisposeAsync();

    [TestCaseSource(nameof(Orders))]
    public async Task A_list_is_in_its_order_over_all_pages_with_what_has_no_value_last(string order)
    {
        await DocumentsWithTiesAndGaps();

        var lines = await Pages(new ReadDocuments.Query(Order: DocumentOrder.Parse(order), Limit: 2));

        Assert.That(lines.Select(line => line.Title), Is.EqualTo(InOrder(lines, DocumentOrder.Parse(order)!)));
        Assert.That(lines, Has.Count.EqualTo(9));
    }

    [TestCaseSource(nameof(Orders))]
    public async Task What_is_sought_is_found_in_every_order_literally_and_in_either_case_of_letters(string order)
    {
        await ADocument("巴中市关于OPC试点100%兑现的通知", "2026-03-03T01:00:00.000Z");
        await ADocument("巴中市关于opc政策汇编_修订的通知", null);
        await ADocument("巴中市关于1000台设备的通知", "2026-03-04T01:00:00.000Z", "巴府规〔2026〕7号");

        Assert.That(await Found("Opc"), Is.EquivalentTo(new[] { "巴中市关于OPC试点100%兑现的通知", "巴中市关于opc政策汇编_修订的通知" }));
        Assert.That(await Found("100%"), Is.EqualTo(new[] { "巴中市关于OPC试点100%兑现的通知" }));
        Assert.That(await Found("汇编_修"), Is.EqualTo(new[] { "巴中市关于opc政策汇编_修订的通知" }));
        Assert.That(await Found("设备 府规"), Is.EqualTo(new[] { "巴中市关于1000台设备的通知" }));
        Assert.That(await Found("设备", DocumentKind.Letter), Is.Empty);

        async Task<IEnumerable<string>> Found(string words, DocumentKind kind = DocumentKind.Notice) =>
            (await Pages(new ReadDocuments.Query(Q: words, Kind: kind, Order: DocumentOrder.Parse(order), Limit: 1))).Select(line => line.Title);
    }

    [TestCase("issuedAt", "2026-03-05T01:00:00.000Z")]
    [TestCase("-issuedAt", "2026-03-03T01:00:00.000Z")]
    [TestCase("-issuedAt", null)]
    public async Task What_is_issued_between_two_pages_moves_no_other_line(string order, string? issuedAt)
    {
        await DocumentsWithTiesAndGaps();
        var query = new ReadDocuments.Query(Order: DocumentOrder.Parse(order), Limit: 3);
        var before = await Pages(query);
        var first = await _office.Send(query, "supervisor");

        await ADocument("后来的", issuedAt);
        var rest = await Pages(query with { Cursor = first.Next });

        Assert.That(
            rest.Select(line => line.Title).Where(title => title != "后来的"), Is.EqualTo(before.Skip(3).Select(line => line.Title)));
        Assert.That(rest.Count(line => line.Title == "后来的"), Is.EqualTo(1).Or.Zero);
    }

    [TestCase("issuedAt", "-issuedAt")]
    [TestCase("number", null)]
    [TestCase(null, "number")]
    public async Task A_cursor_is_good_for_its_own_order_only(string? of, string? other)
    {
        await DocumentsWithTiesAndGaps();
        var first = await _office.Send(new ReadDocuments.Query(Order: Parse(of), Limit: 2), "supervisor");

        var refused = OfficeActs.CodeOf(
            _office.Send(new ReadDocuments.Query(Order: Parse(other), Limit: 2, Cursor: first.Next), "supervisor"));

        Assert.That(await refused, Is.EqualTo("WRONG_CURSOR"));
    }

    [Test]
    public async Task A_table_that_is_taken_along_is_in_the_order_of_its_list()
    {
        await DocumentsWithTiesAndGaps();
        var query = new ReadDocuments.Query(Order: new(DocumentOrderBy.Number, Descending: false));
        using var target = new MemoryStream();

        await _office.Send(
            new ExportDocuments.Command(query, ExportFormat.Csv, new ExportTable("公文", ["标题"], line => [line.Title]), target),
            "supervisor");

        var titles = Encoding.UTF8.GetString(target.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1);
        var listed = (await _office.Send(query, "supervisor")).Items.Select(line => $"\"{line.Title}\"");
        Assert.That(titles, Is.EqualTo(listed));
    }

    [Test]
    public void Numbers_are_in_the_order_of_the_ledger_and_not_of_their_digits()
    {
        string[] numbers = ["巴府发〔2025〕30号", "巴府发〔2026〕2号", "巴府发〔2026〕9号", "巴府发〔2026〕10号", "巴府发〔2026〕101号"];

        Assert.That(numbers.Select(DocumentNumber.SortText), Is.Ordered.Using<string>(StringComparer.Ordinal).And.All.Not.Null);
    }

    [Test]
    public async Task Documents_that_were_issued_before_there_was_an_order_of_numbers_get_their_place_in_it()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.WalkTo(id);
        await _office.Issue(id);
        var written = await _office.Read<string>("SELECT NumberOrder FROM Document WHERE Id = @id", new { id });
        await _office.Database.WriteAsync("UPDATE Document SET NumberOrder = NULL");
        var script = MigrationScript.For(provider).Single(script => script.Name == "0005_number_order");
        var update = script.Statements(_office.Database.Database.Dialect).Single(text => text.StartsWith("UPDATE", StringComparison.Ordinal));

        await _office.Database.WriteAsync(update);

        Assert.That(await _office.Read<string>("SELECT NumberOrder FROM Document WHERE Id = @id", new { id }), Is.EqualTo(written));
        Assert.That(written, Does.EndWith("2026100001"));
    }

    [Test]
    public async Task The_due_day_of_a_line_is_the_last_one_that_is_still_in_time()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.WalkTo(id);

        var line = (await _office.Send(new ReadDocuments.Query(), "clerk")).Items.Single();

        var clocks = (await _office.See(id)).Clocks;
        Assert.That(line.LatestDueOn, Is.EqualTo(clocks.Min(clock => clock.LatestDueOn)));
    }

    private static DocumentOrder? Parse(string? order) => order is null ? null : DocumentOrder.Parse(order);

    private static IEnumerable<string> InOrder(IEnumerable<ReadDocuments.Line> lines, DocumentOrder order)
    {
        // Titles begin with the sequence, by which lines of one value follow each other.
        var all = lines.OrderBy(line => line.Title, StringComparer.Ordinal).Select(line => (line.Title, Value: Value(line))).ToList();
        var valued = all.Where(line => line.Value is not null).OrderBy(line => line.Value, StringComparer.Ordinal).ToList();
        var empty = all.Where(line => line.Value is null).ToList();
        if (order.Descending)
        {
            valued.Reverse();
            empty.Reverse();
        }

        return [.. valued.Concat(empty).Select(line => line.Title)];

        string? Value(ReadDocuments.Line line) => order.By switch
        {
            DocumentOrderBy.CreatedAt => line.Title,
            DocumentOrderBy.FormedOn => line.FormedOn?.ToString("O", CultureInfo.InvariantCulture),
            DocumentOrderBy.IssuedAt => line.IssuedAt?.ToString("O", CultureInfo.InvariantCulture),
            DocumentOrderBy.Number => line.Number is null ? null : DocumentNumber.SortText(line.Number),
            DocumentOrderBy.LatestDueOn => line.LatestDueOn?.ToString("O", CultureInfo.InvariantCulture),
        };
    }

    private async Task<List<ReadDocuments.Line>> Pages(ReadDocuments.Query query)
    {
        var lines = new List<ReadDocuments.Line>();
        for (Page<ReadDocuments.Line>? page = null; page is null || page.Next is not null;)
        {
            page = await _office.Send(page is null ? query : query with { Cursor = page.Next }, "supervisor");
            lines.AddRange(page.Items);
        }

        return lines;
    }

    private async Task DocumentsWithTiesAndGaps()
    {
        await ADocument("1", "2026-03-03T01:00:00.000Z", "巴府发〔2026〕10号", "2026-03-20T16:00:00.000Z");
        await ADocument("2", null);
        await ADocument("3", "2026-03-05T01:00:00.000Z", "巴府发〔2026〕9号", "2026-03-19T16:00:00.000Z");
        await ADocument("4", "2026-03-03T01:00:00.000Z", "巴科规〔2026〕1号", "2026-03-20T16:00:00.000Z");
        await ADocument("5", null);
        await ADocument("6", "2026-03-03T01:00:00.000Z", "巴府发〔2025〕31号", null);
        await ADocument("7", "2026-03-04T01:00:00.000Z", "巴府发〔2026〕101号", "2026-03-20T16:00:00.000Z");
        await ADocument("8", null);
        await ADocument("9", "2026-03-05T01:00:00.000Z", "巴府发〔2026〕11号", "2026-03-31T16:00:00.000Z");
    }

    // Ties to the millisecond do not come about by working.
    private async Task ADocument(string title, string? issuedAt, string? number = null, string? overdueAt = null)
    {
        var draft = ADraft.OfADepartment with { Title = title };
        var id = (await _office.Send(new CreateDraft.Command(draft), "drafter.keji")).Id;
        await _office.Database.WriteAsync(
            """
            UPDATE Document
            SET    IssuedAt = @issuedAt, FormedOn = @formedOn, Number = @number, NumberOrder = @order, OverdueAt = @overdueAt
            WHERE  Id = @id
            """,
            new
            {
                id,
                issuedAt,
                formedOn = issuedAt?[..10],
                number,
                order = number is null ? null : DocumentNumber.SortText(number),
                overdueAt,
            });
    }
}
