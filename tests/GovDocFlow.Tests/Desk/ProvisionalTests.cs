using GovDocFlow.Deadlines;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases.Desk;
using GovDocFlow.UseCases.Documents;

namespace GovDocFlow.Tests.Desk;

/// <summary>Late in 2026 twenty working days end in a year whose rest days nobody has announced.</summary>
[OnEachDatabase]
internal sealed class ProvisionalTests(DatabaseProvider provider)
{
    private TestOffice _office = null!;
    private Guid _signed;

    [SetUp]
    public async Task ADocumentIsSignedInDecember()
    {
        _office = await TestOffice.OpenAsync("2026-12-14T09:00:00+08:00", provider);
        _signed = await _office.AnOrdinaryDraft();
        await _office.Submit(_signed);
        await _office.WalkTo(_signed);
        await _office.AnOrdinaryDraft();
    }

    [TearDown]
    public async Task Close() => await _office.DisposeAsync();

    [TestCase("drafter.keji", 1)]
    [TestCase("head.keji", 1)]
    [TestCase("publisher", 1)]
    [TestCase("supervisor", 1)]
    [TestCase("drafter.gongan", 0)]
    public async Task What_is_due_in_a_year_that_is_not_announced_is_counted_and_listed_as_provisional(string user, int expected)
    {
        var counts = await _office.Send(new ReadCounts.Query(), user);
        var list = await _office.Send(new ReadDocuments.Query(DueStatus: DueStatus.Provisional), user);

        Assert.That((counts.Provisional, counts.DueSoon, counts.Overdue), Is.EqualTo((expected, 0, 0)));
        Assert.That(list.Items.Select(line => (line.Id, line.DueStatus)), Is.EqualTo(
            Enumerable.Repeat((_signed, (DueStatus?)DueStatus.Provisional), expected)));
    }

    [Test]
    public async Task Its_line_says_the_last_day_on_which_it_may_be_due()
    {
        var clock = (await _office.See(_signed)).Clocks.Single();
        var line = (await _office.Send(new ReadDocuments.Query(DueStatus: DueStatus.Provisional), "publisher")).Items.Single();

        Assert.That(clock.Certainty, Is.EqualTo(Certainty.Provisional));
        Assert.That(clock.DueOn.Year, Is.EqualTo(2027));
        Assert.That(line.LatestDueOn, Is.EqualTo(clock.LatestDueOn).And.GreaterThanOrEqualTo(clock.EarliestDueOn));
    }

    [Test]
    public async Task Once_its_latest_possible_day_is_over_it_is_late_and_no_longer_provisional()
    {
        var clock = (await _office.See(_signed)).Clocks.Single();
        _office.Clock.Advance(ChinaTime.StartOf(clock.LatestDueOn.AddDays(1)) - _office.Clock.GetUtcNow());

        var counts = await _office.Send(new ReadCounts.Query(), "publisher");

        Assert.That((counts.Provisional, counts.DueSoon, counts.Overdue), Is.EqualTo((0, 0, 1)));
    }
}
