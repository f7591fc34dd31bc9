using System.Text;
using FluentValidation;
using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.UseCases.Deadlines;
using GovDocFlow.UseCases.Drafting;
using GovDocFlow.UseCases.Issuing;
using GovDocFlow.UseCases.People;

namespace GovDocFlow.Tests.Deadlines;

internal sealed class DueCalendarTests
{
    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync("2026-09-25T08:30:00+08:00");

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task A_month_tells_working_days_rest_days_and_working_weekends()
    {
        var days = (await _office.Send(new ReadDueCalendar.Query(2026, 10), by: "clerk")).Days;

        Assert.That(days, Has.Count.EqualTo(31));
        Assert.That(days[0].Sort, Is.EqualTo(DaySort.Holiday));
        Assert.That(days[7].Sort, Is.EqualTo(DaySort.Working));
        Assert.That(days[9].Sort, Is.EqualTo(DaySort.WorkingWeekend));
        Assert.That(days[9].Because.Zh, Does.Contain("国庆"));
        Assert.That(days[10].Sort, Is.EqualTo(DaySort.Weekend));
        Assert.That(days.Select(day => day.Announced), Is.All.True);
    }

    [Test]
    public async Task What_is_due_stands_on_its_day_until_it_is_done()
    {
        var id = await AnIssuedDocument();

        var due = await DueOn(new DateOnly(2026, 9, 30), by: "publisher");
        await _office.Send(
            new RecordPublication.Command(id, null, PublicationPart.Document, Channel.Website, "https://www.example.gov.cn/1", null),
            by: "publisher");
        var after = await DueOn(new DateOnly(2026, 9, 30), by: "publisher");

        Assert.That(due.TimeLimits, Is.EqualTo(1));
        Assert.That(due.Items.Single().DocumentId, Is.EqualTo(id));
        Assert.That(due.Items.Single().Certainty, Is.EqualTo(Certainty.Firm));
        Assert.That(due.Items.Single().What.Zh, Is.Not.EqualTo("publish.normative3wd"));
        Assert.That(after.Items.Where(item => item.What == due.Items.Single().What), Is.Empty);
    }

    [Test]
    public async Task A_handling_limit_is_due_only_for_whoever_holds_the_task()
    {
        var id = await _office.ACompleteDraft();
        await _office.Send(new SubmitDraft.Command(id, null, null), by: "drafter.keji");
        var dueOn = await _office.Read<DateOnly>("SELECT DueOn FROM WorkTask");

        var holders = await DueOn(dueOn, by: "head.keji");
        var anothers = await DueOn(dueOn, by: "head.fagai");

        Assert.That(holders.Items.Single().IsTask, Is.True);
        Assert.That(anothers.Items, Is.Empty);
    }

    [Test]
    public async Task What_an_officer_does_not_see_is_not_in_their_calendar()
    {
        await AnIssuedDocument();

        Assert.That((await DueOn(new DateOnly(2026, 9, 30), by: "drafter.fagai")).Items, Is.Empty);
        Assert.That((await DueOn(new DateOnly(2026, 9, 30), by: "drafter.fagai")).TimeLimits, Is.Zero);
        Assert.That(() => _office.Send(new ReadDueCalendar.Query(2026, 9), by: "admin"), Throws.TypeOf<RefusedException>());
    }

    [TestCase(2026, 13)]
    [TestCase(2051, 1)]
    [TestCase(1999, 12)]
    public void A_month_that_the_calendar_does_not_cover_is_wrong(int year, int month)
    {
        Assert.That(() => _office.Send(new ReadDueCalendar.Query(year, month), by: "clerk"), Throws.TypeOf<ValidationException>());
    }

    [Test]
    public async Task A_feed_is_read_by_its_secret_of_which_only_the_hash_is_kept()
    {
        var id = await AnIssuedDocument();
        var token = (await _office.Send(new RenewDueFeed.Command(), by: "publisher")).Token;

        var feed = Unfolded((await _office.Send(new ReadDueFeed.Query(token))).Calendar);

        Assert.That(feed, Does.Contain("DTSTART;VALUE=DATE:20260930\r\nDTEND;VALUE=DATE:20261001\r\n"));
        Assert.That(feed, Does.Contain("DTSTAMP:20260925T0"));
        Assert.That(feed, Does.Contain("STATUS:CONFIRMED\r\n"));
        Assert.That(feed, Does.Contain("《巴中市人民政府关于印发"));
        Assert.That(
            await _office.Read<int>("SELECT COUNT(*) FROM DueFeed WHERE TokenHash = @token", new { token }), Is.Zero);
        Assert.That(
            await _office.Read<int>("SELECT COUNT(*) FROM TrailEntry WHERE Detail LIKE @token", new { token = $"%{token}%" }), Is.Zero);
        Assert.That((await _office.Send(new ReadDueCalendar.Query(2026, 9), by: "publisher")).FeedSince, Is.Not.Null);
    }

    [Test]
    public async Task A_new_secret_ends_the_old_one_and_who_is_disabled_has_none()
    {
        var old = (await _office.Send(new RenewDueFeed.Command(), by: "publisher")).Token;
        var token = (await _office.Send(new RenewDueFeed.Command(), by: "publisher")).Token;

        Assert.That(() => _office.Send(new ReadDueFeed.Query(old)), Throws.TypeOf<NotFoundException>());
        Assert.That(() => _office.Send(new ReadDueFeed.Query(token)), Throws.Nothing);
        await _office.Send(new DisableUser.Command("publisher"), by: "admin");
        Assert.That(() => _office.Send(new ReadDueFeed.Query(token)), Throws.TypeOf<NotFoundException>());
    }

    [Test]
    public async Task A_calendar_file_keeps_the_same_names_and_folds_its_lines()
    {
        await AnIssuedDocument();
        var token = (await _office.Send(new RenewDueFeed.Command(), by: "publisher")).Token;

        var first = (await _office.Send(new ReadDueFeed.Query(token))).Calendar;
        _office.Clock.Advance(TimeSpan.FromHours(1));
        var second = (await _office.Send(new ReadDueFeed.Query(token))).Calendar;

        Assert.That(first.Replace("\r\n", ""), Does.Not.Contain("\n").And.Not.Contain("\r"));
        Assert.That(first.Split("\r\n").Select(Encoding.UTF8.GetByteCount), Is.All.LessThanOrEqualTo(75));
        Assert.That(Uids(second), Is.EqualTo(Uids(first)).And.Not.Empty.And.Unique);
        Assert.That(second, Is.Not.EqualTo(first));
    }

    [Test]
    public async Task A_due_day_that_can_still_move_is_marked_as_provisional()
    {
        _office.Clock.Now = TestOffice.At("2026-12-25T08:30:00+08:00");
        await AnIssuedDocument();
        var token = (await _office.Send(new RenewDueFeed.Command(), by: "publisher")).Token;

        var feed = Unfolded((await _office.Send(new ReadDueFeed.Query(token))).Calendar);

        Assert.That(feed, Does.Contain("SUMMARY:【暂定】"));
        Assert.That(feed, Does.Contain("STATUS:TENTATIVE"));
        Assert.That(feed, Does.Match(@"DESCRIPTION:暂定：最早 202\d-\d\d-\d\d，最晚 2027-01-\d\d"));
    }

    private static IEnumerable<string> Uids(string file) =>
        Unfolded(file).Split("\r\n").Where(line => line.StartsWith("UID:", StringComparison.Ordinal));

    private static string Unfolded(string file) => file.Replace("\r\n ", "");

    private async Task<ReadDueCalendar.Day> DueOn(DateOnly day, string by) =>
        (await _office.Send(new ReadDueCalendar.Query(day.Year, day.Month), by)).Days[day.Day - 1];

    private async Task<Guid> AnIssuedDocument()
    {
        var id = await _office.ACompleteDraft();
        await _office.WalkToSignOff(id);
        await _office.Send(new IssueDocument.Command(id, null, "巴府规", null, null), by: "clerk");
        return id;
    }
}
