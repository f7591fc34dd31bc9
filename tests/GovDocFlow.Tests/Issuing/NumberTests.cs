using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases.Issuing;

namespace GovDocFlow.Tests.Issuing;

[OnEachDatabase]
internal sealed class NumberTests(DatabaseProvider provider)
{
    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync(provider: provider);

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task Fifty_issues_at_once_number_without_gap_or_double()
    {
        var ids = await Signed(50);

        var issued = await Task.WhenAll(ids.Select(id => Task.Run(() => _office.Issue(id))));

        Assert.That(
            issued.Select(view => view.Number),
            Is.EquivalentTo(Enumerable.Range(1, 50).Select(number => $"巴府发〔2026〕{number}号")));
        Assert.That(
            await _office.Rows<int>("SELECT Ordinal FROM LedgerNumber WHERE Series = '巴府发' ORDER BY Ordinal"),
            Is.EqualTo(Enumerable.Range(1, 50)));
        Assert.That(await Problems(), Is.Empty);
    }

    [Test]
    public async Task Of_many_issues_of_one_document_one_takes_a_number()
    {
        var id = (await Signed(1))[0];

        var codes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => TryToIssue(id))));

        Assert.That(codes.Order(), Is.EqualTo(new[] { "", "NOT_SIGNED_OFF", "NOT_SIGNED_OFF", "NOT_SIGNED_OFF", "NOT_SIGNED_OFF" }));
        Assert.That(await Lines(), Is.EqualTo(new[] { "巴府发〔2026〕1号 issued" }));
    }

    [Test]
    public async Task A_failed_issue_burns_no_number()
    {
        var id = (await Signed(1))[0];

        var tooEarly = await OfficeActs.CodeOf(_office.Issue(id, issuedAt: "2026-03-01T09:00:00+08:00"));
        var unknown = await OfficeActs.CodeOf(_office.Issue(id, "巴府密"));
        var wrong = await OfficeActs.CodeOf(_office.Issue(id, number: "巴府发〔2026〕7号"));

        Assert.That((tooEarly, unknown, wrong), Is.EqualTo(("ISSUED_AT_OUT_OF_RANGE", "UNKNOWN_SERIES", "NUMBER_NOT_NEXT")));
        Assert.That(await Lines(), Is.Empty);
        Assert.That((await _office.Issue(id, number: "巴府发〔2026〕1号")).Number, Is.EqualTo("巴府发〔2026〕1号"));
    }

    [Test]
    public async Task A_reserved_number_goes_to_its_document_and_a_void_one_to_nobody()
    {
        var ids = await Signed(3);
        var kept = await Reserve(ids[0]);
        var givenUp = await Reserve(ids[1]);
        var voided = await _office.Send(new VoidNumber.Command(givenUp.Number, "改用函件"), "clerk");

        var third = await _office.Issue(ids[2]);
        var second = await _office.Issue(ids[1]);
        var first = await _office.Issue(ids[0]);

        Assert.That((kept.Number, givenUp.Number, voided.State), Is.EqualTo(("巴府发〔2026〕1号", "巴府发〔2026〕2号", "void")));
        Assert.That(
            (first.Number, second.Number, third.Number), Is.EqualTo(("巴府发〔2026〕1号", "巴府发〔2026〕4号", "巴府发〔2026〕3号")));
        Assert.That(
            await Lines(),
            Is.EqualTo(new[] { "巴府发〔2026〕1号 issued", "巴府发〔2026〕2号 void", "巴府发〔2026〕3号 issued", "巴府发〔2026〕4号 issued" }));
        Assert.That(await Problems(), Is.Empty);
    }

    [Test]
    public async Task Another_documents_reserved_number_is_not_taken()
    {
        var ids = await Signed(2);
        var kept = await Reserve(ids[0]);

        var refused = await OfficeActs.CodeOf(_office.Issue(ids[1], number: kept.Number));
        var twice = await OfficeActs.CodeOf(Reserve(ids[0]));

        Assert.That((refused, twice), Is.EqualTo(("NUMBER_NOT_NEXT", "ALREADY_RESERVED")));
    }

    [Test]
    public async Task Only_a_reserved_number_is_given_up()
    {
        var id = (await Signed(1))[0];
        var number = (await _office.Issue(id)).Number!;

        var issued = await OfficeActs.CodeOf(_office.Send(new VoidNumber.Command(number, "写错"), "clerk"));

        Assert.That(issued, Is.EqualTo("NUMBER_NOT_RESERVED"));
        Assert.ThrowsAsync<NotFoundException>(() => _office.Send(new VoidNumber.Command("巴府发〔2026〕9号", "写错"), "clerk"));
        Assert.ThrowsAsync<NotFoundException>(() => _office.Send(new VoidNumber.Command("第九号", "写错"), "clerk"));
    }

    [Test]
    public async Task The_number_is_of_the_year_of_formation()
    {
        await using var office = await TestOffice.OpenAsync("2026-12-31T09:00:00+08:00", provider);
        var id = await office.AnOrdinaryDraft();
        await office.Submit(id);
        await office.WalkTo(id);
        office.Clock.Now = TestOffice.At("2027-01-04T10:00:00+08:00");

        var view = await office.Issue(id);

        Assert.That((view.Number, view.IssuedOn), Is.EqualTo(("巴府发〔2026〕1号", (DateOnly?)new DateOnly(2027, 1, 4))));
    }

    [Test]
    public async Task Numbers_given_before_this_system_are_followed()
    {
        var id = (await Signed(1))[0];

        var entered = await _office.Send(new EnterHistoricNumbers.Command("巴府发", 2026, 17, "启用前已发"), "clerk");
        var again = await _office.Send(new EnterHistoricNumbers.Command("巴府发", 2026, 17, "启用前已发"), "clerk");

        Assert.That((entered.Entered, again.Entered), Is.EqualTo((17, 0)));
        Assert.That((await _office.Issue(id)).Number, Is.EqualTo("巴府发〔2026〕18号"));
        Assert.That(await Problems(), Is.Empty);
    }

    [Test]
    public async Task The_audit_names_a_missing_a_double_and_a_foreign_number()
    {
        var ids = await Signed(3);
        foreach (var id in ids)
        {
            await _office.Issue(id);
        }

        await _office.Database.WriteAsync("DELETE FROM LedgerNumber WHERE Ordinal = 2");
        await _office.Database.WriteAsync(
            "UPDATE Document SET Number = '巴府发〔2026〕1号' WHERE Id = @id", new { id = ids[2] });

        var problems = await Problems();

        Assert.That(problems, Has.Some.EqualTo("巴府发〔2026〕2号 缺号。"));
        Assert.That(problems, Has.Some.StartWith("巴府发〔2026〕2号 已印在文件上"));
        Assert.That(problems, Has.Some.StartWith("巴府发〔2026〕1号 重号"));
        Assert.That(problems, Has.Some.StartWith("巴府发〔2026〕3号 台账记为印发"));
    }

    [Test]
    public async Task The_ledger_is_the_offices_to_read_and_the_clerks_to_keep()
    {
        var id = (await Signed(1))[0];

        Assert.That((await OfficeActs.Refused(_office.Send(new ReserveNumber.Command("巴府发", id), "reviewer"))).Kind, Is.EqualTo(RefusalKind.Never));
        Assert.That((await OfficeActs.Refused(_office.Send(new ReadNumbers.Query(null, null), "drafter.keji"))).Kind, Is.EqualTo(RefusalKind.Never));
        var upcoming = (await _office.Send(new ReadNumbers.Query("巴府规", null), "supervisor")).Upcoming.Single();
        Assert.That(upcoming.Number, Is.EqualTo("巴府规〔2026〕1号"));
    }

    private async Task<IReadOnlyList<Guid>> Signed(int count)
    {
        var ids = new List<Guid>();
        for (var made = 0; made < count; made++)
        {
            var id = await _office.AnOrdinaryDraft();
            await _office.Submit(id);
            await _office.WalkTo(id);
            ids.Add(id);
        }

        return ids;
    }

    private Task<ReadNumbers.Line> Reserve(Guid id) => _office.Send(new ReserveNumber.Command("巴府发", id), "clerk");

    private async Task<string> TryToIssue(Guid id)
    {
        try
        {
            await _office.Issue(id);
            return "";
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Code;
        }
    }

    private async Task<IReadOnlyList<string>> Problems() =>
        [.. (await _office.Send(new AuditNumbers.Query())).Problems.Select(problem => problem.Zh)];

    private async Task<IReadOnlyList<string>> Lines() =>
        [.. (await _office.Send(new ReadNumbers.Query("巴府发", 2026), "clerk")).Items.Select(line => $"{line.Number} {line.State}")];
}
