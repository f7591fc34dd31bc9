using GovDocFlow.Documents.Cases;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Figures;
using GovDocFlow.UseCases.Review;
using MediatR;

namespace GovDocFlow.Tests.Figures;

/// <summary>Each number of the reasons and of open work opens as many cases as it says.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class FigureCaseTests
{
    private static readonly DateOnly From = new(2026, 1, 1);
    private static readonly DateOnly To = new(2026, 12, 31);

    private TestOffice _office = null!;

    [OneTimeSetUp]
    public async Task DraftsComeBackAndOthersWait()
    {
        _office = await TestOffice.OpenAsync();
        await _office.Submit(await _office.AnOrdinaryDraft(change: draft => draft with { Attribute = null }));
        await _office.Submit(await _office.AnOrdinaryDraft(change: draft => draft with { Attribute = null }));
        var within = await Submitted("drafter.keji");
        await _office.Return(within, "head.keji");
        var official = await Submitted("drafter.gongan");
        await _office.Approve(official, "head.gongan");
        await _office.Return(official, "reviewer", items: [new ReturnItem("R07", "缺解读材料"), new ReturnItem(null, "第二段表述不清")]);
        await Submitted("drafter.keji");
        _office.Clock.Advance(TimeSpan.FromDays(3));
        await Submitted("drafter.zhujian");
        await _office.Approve(await Submitted("drafter.keji"), "head.keji");
        _office.Clock.Advance(TimeSpan.FromDays(14));
        await Submitted("drafter.keji");
    }

    [OneTimeTearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [TestCase("supervisor")]
    [TestCase("drafter.keji")]
    public async Task Each_number_of_a_reason_opens_its_returns(string user)
    {
        var reasons = (await _office.Send(new ReadFigures.Query(From, To), user)).Returns;

        foreach (var reason in reasons)
        {
            foreach (var (kind, number) in Numbers(reason.Total))
            {
                Assert.That(await Returns(reason, kind, null, user), Has.Count.EqualTo(number), $"{reason.Code} {kind}");
            }

            foreach (var (department, numbers) in reason.ByDepartment)
            {
                var opened = await Returns(reason, null, department, user);
                Assert.That(opened, Has.Count.EqualTo(numbers.Official + numbers.Internal + numbers.SelfCheck), $"{reason.Code} {department}");
                Assert.That(opened.Select(line => line.Department), Is.All.EqualTo(department));
            }
        }

        Assert.That(reasons, Is.Not.Empty);
    }

    [Test]
    public async Task What_a_reviewer_wrote_freely_opens_as_well()
    {
        var free = (await _office.Send(new ReadFigures.Query(From, To), "supervisor")).Returns.Single(reason => reason.Code is null);

        var opened = await Returns(free, ReturnKind.Official, null, "supervisor");

        Assert.That(opened, Has.Count.EqualTo(free.Total.Official).And.Not.Empty);
    }

    [TestCase("supervisor")]
    [TestCase("head.keji")]
    public async Task Each_age_of_open_work_opens_what_has_waited_so_long(string user)
    {
        var work = (await _office.Send(new ReadFigures.Query(From, To), user)).OpenWork;

        foreach (var band in work.Bands)
        {
            var opened = await Waiting(band, null, user);
            Assert.That(opened, Has.Count.EqualTo(band.Tasks));
            Assert.That(opened.Select(line => line.WorkingDays), Is.All.InRange(band.FromWorkingDays, band.ToWorkingDays ?? int.MaxValue));
            foreach (var (department, tasks) in band.ByDepartment)
            {
                Assert.That(await Waiting(band, department, user), Has.Count.EqualTo(tasks), department);
            }
        }

        Assert.That(work.Tasks, Is.Positive);
    }

    private async Task<Guid> Submitted(string by)
    {
        var id = await _office.AnOrdinaryDraft(by);
        await _office.Submit(id, by);
        return id;
    }

    private static (ReturnKind Kind, int Number)[] Numbers(ReadFigures.ReturnNumbers numbers) =>
        [(ReturnKind.Official, numbers.Official), (ReturnKind.Internal, numbers.Internal), (ReturnKind.SelfCheck, numbers.SelfCheck)];

    private Task<List<ReadReturnCases.Line>> Returns(ReadFigures.ReturnReason reason, ReturnKind? kind, string? department, string user) => All(
        cursor => new ReadReturnCases.Query(reason.Code ?? ReadReturnCases.Free, From, To, kind, department, 2, cursor), user);

    private Task<List<ReadWaitingCases.Line>> Waiting(ReadFigures.AgeBand band, string? department, string user) => All(
        cursor => new ReadWaitingCases.Query(band.FromWorkingDays, band.ToWorkingDays, department, 2, cursor), user);

    private async Task<List<T>> All<T>(Func<string?, IRequest<Page<T>>> query, string user)
    {
        var lines = new List<T>();
        for (Page<T>? page = null; page is null || page.Next is not null;)
        {
            page = await _office.Send(query(page?.Next), user);
            lines.AddRange(page.Items);
        }

        return lines;
    }
}
