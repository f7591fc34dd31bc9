using GovDocFlow.Documents;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Demo;
using GovDocFlow.UseCases.Desk;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Issuing;
using GovDocFlow.UseCases.Review;
using GovDocFlow.UseCases.Trails;
using MediatR;

namespace GovDocFlow.Tests.Desk;

/// <summary>Everybody's desk when the sample cases have been played up to 2026-12-30, when one of them is late.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class DemoDeskTests
{
    private TestOffice _office = null!;

    [OneTimeSetUp]
    public async Task PlayTheCases()
    {
        _office = await TestOffice.OpenAsync("2026-12-30T12:00:00+08:00");
        await _office.Send(new ReplayDemo.Command());
    }

    [OneTimeTearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    private static IEnumerable<string> WhoHasADesk() => OfficeActs.Everybody.Where(user => user != "admin");

    [TestCaseSource(nameof(WhoHasADesk))]
    public async Task Each_count_is_the_length_of_its_list(string user)
    {
        var counts = await _office.Send(new ReadCounts.Query(), user);

        Assert.That(counts.Tasks, Is.EqualTo(await Length(cursor => new ReadTasks.Query(Limit: 2, Cursor: cursor), user)));
        Assert.That(counts.Started, Is.EqualTo(await Documents(new ReadDocuments.Query(StartedByMe: true), user)));
        Assert.That(counts.DueSoon, Is.EqualTo(await Documents(new ReadDocuments.Query(DueStatus: DueStatus.DueSoon), user)));
        Assert.That(counts.Overdue, Is.EqualTo(await Documents(new ReadDocuments.Query(DueStatus: DueStatus.Overdue), user)));
        Assert.That(counts.Provisional, Is.EqualTo(await Documents(new ReadDocuments.Query(DueStatus: DueStatus.Provisional), user)));
        Assert.That(
            counts.Supervision, Is.EqualTo(await Length(cursor => new ReadSupervision.Query(Open: true, Limit: 2, Cursor: cursor), user)));
    }

    [Test]
    public async Task The_desks_are_not_empty()
    {
        var supervisor = await _office.Send(new ReadCounts.Query(), "supervisor");
        var drafter = await _office.Send(new ReadCounts.Query(), "drafter.keji");

        Assert.That((supervisor.Overdue, supervisor.Supervision), Is.EqualTo((1, 1)));
        Assert.That(drafter.Started, Is.Positive);
    }

    [Test]
    public async Task The_whole_offices_trail_and_ledger_are_whole()
    {
        var trail = await _office.Send(new VerifyTrail.Query());
        var numbers = await _office.Send(new AuditNumbers.Query());

        Assert.That((trail.IsWhole, trail.What), Is.EqualTo((true, (Sentence?)null)));
        Assert.That(trail.Entries, Is.GreaterThan(100));
        Assert.That(numbers.Problems, Is.Empty);
    }

    private Task<int> Documents(ReadDocuments.Query query, string user) =>
        Length(cursor => query with { Limit = 2, Cursor = cursor }, user);

    private async Task<int> Length<T>(Func<string?, IRequest<Page<T>>> query, string user)
    {
        var length = 0;
        string? cursor = null;
        do
        {
            var page = await _office.Send(query(cursor), user);
            length += page.Items.Count;
            cursor = page.Next;
        }
        while (cursor is not null);

        return length;
    }
}
