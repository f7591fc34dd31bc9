using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Drafting;
using GovDocFlow.UseCases.Figures;
using GovDocFlow.UseCases.Issuing;
using GovDocFlow.UseCases.Review;

namespace GovDocFlow.Tests.Figures;

internal sealed class FigureTests
{
    private static readonly DateOnly March = new(2026, 3, 1);
    private static readonly DateOnly April = new(2026, 4, 30);

    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync();

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task A_self_check_is_no_return_but_a_reviewers_return_is()
    {
        await Submitted(await _office.ACompleteDraft());
        await Submitted(await AnIncompleteDraft());
        var returned = await Submitted(await _office.ACompleteDraft());
        await Decide(returned, DecisionVerb.Approve, "head.keji");
        await Decide(returned, DecisionVerb.Return, "reviewer");

        var figures = await Read();

        Assert.That(figures("returned"), Is.EqualTo((1, 3, 0.3333m)));
        Assert.That(figures("passedFirst"), Is.EqualTo((2, 3, 0.6667m)));
        Assert.That(figures("returnsPerDraft"), Is.EqualTo((1, 3, 0.3333m)));
    }

    [Test]
    public async Task A_draft_that_came_without_its_attribute_lowers_the_tagging_rate_though_it_was_mended()
    {
        await Submitted(await _office.ACompleteDraft());
        var untagged = await _office.ACompleteDraft(change: draft => draft with { Attribute = null });
        await Submitted(untagged);
        var mended = (await _office.Send(new ReadDocument.Query(untagged), by: "drafter.keji"));
        await _office.Send(
            new EditDraft.Command(untagged, mended.Version, DraftOf(mended) with { Attribute = new(Disclosure.Proactive) }),
            by: "drafter.keji");
        await Submitted(untagged);

        var figures = await Read();

        Assert.That(figures("taggedAtSubmission"), Is.EqualTo((1, 2, 0.5m)));
    }

    [Test]
    public async Task A_cancelled_draft_is_in_no_denominator()
    {
        await Submitted(await _office.ACompleteDraft());
        var cancelled = await Submitted(await _office.ACompleteDraft());
        await _office.Send(new CancelDocument.Command(cancelled, null, "不再制发"), by: "drafter.keji");

        var figures = await Read();

        Assert.That(figures("returned").Denominator, Is.EqualTo(1));
    }

    [Test]
    public async Task A_normative_document_counts_from_its_publication_or_once_its_due_day_is_over()
    {
        await Issued("2026-03-09T08:30:00+08:00");
        var justIssued = (await Read())("normativeWithin3Days");
        _office.Clock.Advance(TimeSpan.FromDays(7));
        var overdue = (await Read())("normativeWithin3Days");

        Assert.That(justIssued, Is.EqualTo((0, 0, (decimal?)null)));
        Assert.That(overdue, Is.EqualTo((0, 1, 0m)));
        Assert.That((await Read())("overdue").Numerator, Is.EqualTo(1));
    }

    [Test]
    public async Task Publication_days_are_working_days_from_issue()
    {
        var friday = await Issued("2026-03-13T08:30:00+08:00");
        await Published(friday, PublicationPart.Document, days: 3);
        var soon = await Issued("2026-03-17T08:30:00+08:00");
        await Published(soon, PublicationPart.Document, days: 0);

        var figures = await Read();

        Assert.That(figures("averagePublicationDays"), Is.EqualTo((1, 2, 0.5m)));
        Assert.That(figures("medianPublicationDays").Value, Is.EqualTo(0.5m));
        Assert.That(figures("p95PublicationDays").Value, Is.EqualTo(1m));
        Assert.That(figures("normativeWithin3Days"), Is.EqualTo((2, 2, 1m)));
        Assert.That(figures("publishedEarly"), Is.EqualTo((0, 2, 0m)));
    }

    [Test]
    public async Task An_interpretation_is_simultaneous_on_the_same_day_in_China()
    {
        var sameDay = await Issued("2026-03-10T01:00:00+08:00");
        await Published(sameDay, PublicationPart.Document, days: 0);
        _office.Clock.Advance(TimeSpan.FromHours(9));
        await Published(sameDay, PublicationPart.Interpretation, days: 0);
        var nextDay = await Issued("2026-03-11T20:00:00+08:00");
        await Published(nextDay, PublicationPart.Document, days: 0);
        _office.Clock.Advance(TimeSpan.FromHours(5));
        await Published(nextDay, PublicationPart.Interpretation, days: 0);
        var owed = await Issued("2026-03-16T08:00:00+08:00");
        await Published(owed, PublicationPart.Document, days: 0);

        var figures = await Read();

        Assert.That(figures("interpreted"), Is.EqualTo((2, 3, 0.6667m)));
        Assert.That(figures("interpretedSameDay"), Is.EqualTo((1, 3, 0.3333m)));
        Assert.That(figures("interpretedWithin3Days"), Is.EqualTo((2, 3, 0.6667m)));
        Assert.That(await Cases("interpretedSameDay", true), Is.EqualTo(new[] { sameDay }));
    }

    [Test]
    public async Task Each_figure_opens_just_the_documents_that_it_counts()
    {
        await Submitted(await _office.ACompleteDraft());
        var returned = await Submitted(await _office.ACompleteDraft());
        await Decide(returned, DecisionVerb.Approve, "head.keji");
        await Decide(returned, DecisionVerb.Return, "reviewer");
        await Published(await Issued("2026-03-18T08:30:00+08:00"), PublicationPart.Document, days: 0);
        var answer = await _office.Send(new ReadFigures.Query(March, April), by: "supervisor");

        foreach (var figure in answer.Figures)
        {
            var all = await Cases(figure.Metric, null);
            var counted = await Cases(figure.Metric, true);
            var others = await Cases(figure.Metric, false);

            Assert.That(all, Has.Count.EqualTo(figure.Value.Denominator), figure.Metric);
            Assert.That(counted.Concat(others), Is.EquivalentTo(all), figure.Metric);
            if (figure.Unit is FigureUnit.Share or FigureUnit.Documents)
            {
                Assert.That(counted, Has.Count.EqualTo(figure.Value.Numerator), figure.Metric);
            }
        }

        Assert.That(await Cases("returned", true), Is.EqualTo(new[] { returned }));
    }

    [Test]
    public async Task Figures_are_told_by_department_and_only_over_what_the_officer_sees()
    {
        await Submitted(await _office.ACompleteDraft());
        await Submitted(await _office.ACompleteDraft(by: "drafter.fagai"), by: "drafter.fagai");

        var all = await _office.Send(new ReadFigures.Query(March, April), by: "supervisor");
        var own = await _office.Send(new ReadFigures.Query(March, April), by: "drafter.keji");
        var one = await _office.Send(new ReadFigures.Query(March, April, "fagai"), by: "supervisor");

        Assert.That(Submissions(all), Is.EquivalentTo(new[] { ("keji", 1L), ("fagai", 1L) }));
        Assert.That(Submissions(own), Is.EqualTo(new[] { ("keji", 1L) }));
        Assert.That(Submissions(one), Is.EqualTo(new[] { ("fagai", 1L) }));
        Assert.That(all.Departments["keji"], Is.EqualTo("巴中市科学技术局"));
        Assert.That(
            () => _office.Send(new ReadFigures.Query(March, April), by: "admin"), Throws.TypeOf<RefusedException>());
    }

    [Test]
    public async Task Reasons_of_return_are_counted_by_rule_and_kind()
    {
        await Submitted(await AnIncompleteDraft());
        await Submitted(await AnIncompleteDraft("drafter.fagai"), by: "drafter.fagai");
        var returned = await Submitted(await _office.ACompleteDraft());
        await Decide(returned, DecisionVerb.Approve, "head.keji");
        await Decide(returned, DecisionVerb.Return, "reviewer");

        var returns = (await _office.Send(new ReadFigures.Query(March, April), by: "supervisor")).Returns;

        var noBody = returns.Single(reason => reason.Code == "R19");
        Assert.That(noBody.Total, Is.EqualTo(new ReadFigures.ReturnNumbers(0, 0, 2)));
        Assert.That(noBody.ByDepartment["fagai"].SelfCheck, Is.EqualTo(1));
        Assert.That(returns[^1].Code, Is.Null);
        Assert.That(returns[^1].Total, Is.EqualTo(new ReadFigures.ReturnNumbers(1, 0, 0)));
    }

    [Test]
    public async Task Open_work_ages_by_working_days()
    {
        await Submitted(await _office.ACompleteDraft());
        _office.Clock.Advance(TimeSpan.FromDays(7));
        await Submitted(await _office.ACompleteDraft());

        var work = (await _office.Send(new ReadFigures.Query(March, April), by: "supervisor")).OpenWork;

        Assert.That((work.Tasks, work.LongestWorkingDays), Is.EqualTo((2, 5)));
        Assert.That(
            work.Bands.Select(band => (band.FromWorkingDays, band.ToWorkingDays, band.Tasks)),
            Is.EqualTo(new[] { (0, (int?)0, 1), (1, 2, 0), (3, 5, 1), (6, 10, 0), (11, null, 0) }));
    }

    [Test]
    public void A_period_that_ends_before_it_begins_is_wrong()
    {
        Assert.That(
            () => _office.Send(new ReadFigures.Query(April, March), by: "supervisor"), Throws.TypeOf<ValidationException>());
        Assert.That(
            () => _office.Send(new ReadFigureCases.Query("nothing", March, April), by: "supervisor"), Throws.TypeOf<NotFoundException>());
    }

    private static IEnumerable<(string, long)> Submissions(ReadFigures.Answer answer) =>
        answer.Figures.Single(figure => figure.Metric == "returned").ByDepartment
            .Select(department => (department.Key, department.Value.Denominator));

    private async Task<Func<string, (long Numerator, long Denominator, decimal? Value)>> Read()
    {
        var answer = await _office.Send(new ReadFigures.Query(March, April), by: "supervisor");
        return metric =>
        {
            var value = answer.Figures.Single(figure => figure.Metric == metric).Value;
            return (value.Numerator, value.Denominator, value.Value);
        };
    }

    private async Task<List<Guid>> Cases(string metric, bool? counted)
    {
        var found = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await _office.Send(
                new ReadFigureCases.Query(metric, March, April, null, counted, 1, cursor), by: "supervisor");
            found.AddRange(page.Items.Select(line => line.Id));
            cursor = page.Next;
        }
        while (cursor is not null);

        return found;
    }

    private async Task<Guid> AnIncompleteDraft(string by = "drafter.keji") => (await _office.Send(
        new CreateDraft.Command(new Draft
        {
            Title = "巴中市人民政府关于加强停车管理的通知",
            Kind = DocumentKind.Notice,
            IssuerLevel = IssuerLevel.Government,
            IssuingOrgan = "巴中市人民政府",
            Normative = false,
            Policy = true,
            Secrecy = "none",
            Attribute = new(Disclosure.Proactive),
        }),
        by)).Id;

    private async Task<Guid> Submitted(Guid id, string by = "drafter.keji")
    {
        await _office.Send(new SubmitDraft.Command(id, null, null), by);
        return id;
    }

    private async Task Decide(Guid id, DecisionVerb verb, string by)
    {
        var task = (await _office.Send(new ReadDocument.Query(id), by: "drafter.keji")).Waiting.Single();
        await _office.Send(new DecideTask.Command(task.Id, null, verb, "意见。"), by);
    }

    private async Task<Guid> Issued(string at)
    {
        _office.Clock.Now = TestOffice.At(at).AddHours(-12);
        var id = await _office.ACompleteDraft();
        await _office.WalkToSignOff(id);
        _office.Clock.Now = TestOffice.At(at);
        await _office.Send(new IssueDocument.Command(id, null, "巴府规", null, null), by: "clerk");
        return id;
    }

    private async Task Published(Guid id, PublicationPart part, int days)
    {
        _office.Clock.Advance(TimeSpan.FromDays(days));
        await _office.Send(
            new RecordPublication.Command(id, null, part, Channel.Website, "https://www.example.gov.cn/1", null), by: "publisher");
    }

    private static Draft DraftOf(DocumentView view) => new()
    {
        Title = view.Title,
        Kind = view.Kind,
        IssuerLevel = view.IssuerLevel,
        IssuingOrgan = view.IssuingOrgan,
        Normative = view.Normative,
        Policy = view.Policy,
        AffectsMarketActors = view.AffectsMarketActors,
        Secrecy = view.Secrecy,
    };
}
