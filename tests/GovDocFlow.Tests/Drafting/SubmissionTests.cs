using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Documents;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases.Drafting;
using GovDocFlow.UseCases.Issuing;
using GovDocFlow.UseCases.Review;

namespace GovDocFlow.Tests.Drafting;

[OnEachDatabase]
internal sealed class SubmissionTests(DatabaseProvider provider)
{
    private const string NumbersTaken = "SELECT COUNT(*) FROM NumberSeries WHERE Series = '退文'";

    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync(provider: provider);

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task Every_gate_speaks_at_once_and_the_precheck_said_the_same()
    {
        var draft = ADraft.Normative with
        {
            AffectsMarketActors = true,
            MajorDecision = true,
            Attribute = new DisclosureAttribute(Disclosure.Exempt, Explanation: "不宜公开"),
            EffectiveOn = new DateOnly(2026, 3, 8),
        };
        var id = (await _office.Send(new CreateDraft.Command(draft), "drafter.keji")).Id;
        var foreseen = await _office.Send(new PrecheckDraft.Query(id), "drafter.keji");

        var answer = await _office.Submit(id);

        string[] expected = ["R03", "R05", "R06", "R07", "R09", "R10", "R11", "R13", "R19", "R20"];
        Assert.That(answer.State, Is.EqualTo(DocumentState.Returned));
        Assert.That(answer.ReturnNotice!.Items.Select(item => item.Code), Is.EquivalentTo(expected));
        Assert.That(foreseen.WouldReturn, Is.True);
        Assert.That(
            answer.ReturnNotice.Items.Select(item => (item.Code, item.Message, item.Fix, item.Location, item.Basis)),
            Is.EqualTo(foreseen.Items.Select(item => ((string?)item.Code, item.Message, item.Fix, item.Location, item.Basis))));
    }

    [Test]
    public async Task A_complete_draft_rests_with_the_own_department_head()
    {
        var id = await _office.ACompleteDraft();
        var foreseen = await _office.Send(new PrecheckDraft.Query(id), "drafter.keji");

        var answer = await _office.Submit(id);

        var view = await _office.See(id);
        Assert.That(foreseen.Items, Is.Empty);
        Assert.That((answer.State, answer.ReturnNotice), Is.EqualTo((DocumentState.UnderReview, (object?)null)));
        Assert.That(
            view.Waiting.Select(task => (task.Step, task.Role, task.Department)),
            Is.EqualTo(new[] { ("departmentHead", Role.Head, (string?)"keji") }));
    }

    [Test]
    public async Task What_the_self_check_sends_back_bears_no_number()
    {
        var id = await _office.AnOrdinaryDraft(change: draft => draft with { Attribute = null });

        var notice = (await _office.Submit(id)).ReturnNotice!;

        Assert.That(
            (notice.N, notice.Kind, notice.Number, notice.By), Is.EqualTo((1, ReturnKind.SelfCheck, (string?)null, "系统")));
        Assert.That(await _office.Read<int>(NumbersTaken), Is.Zero);
        Assert.That(
            (await _office.Timeline(id)).Where(line => line.Actor == "系统").Select(line => line.Verb),
            Is.EqualTo(new[] { "selfCheck" }));
    }

    [Test]
    public async Task What_the_own_head_sends_back_stays_within_the_department()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);

        var view = await _office.Return(id, "head.keji");

        Assert.That(view.State, Is.EqualTo(DocumentState.Returned));
        Assert.That((view.Returns[0].Kind, view.Returns[0].Number), Is.EqualTo((ReturnKind.Internal, (string?)null)));
        Assert.That(await _office.Read<int>(NumbersTaken), Is.Zero);
    }

    [Test]
    public async Task The_gates_at_the_office_send_back_with_a_number()
    {
        var id = await _office.ANormativeDraftOfADepartment();
        await _office.Submit(id);
        await _office.Database.WriteAsync("UPDATE DocumentFile SET IsCurrent = 0 WHERE Role = 'legalityOpinion'");

        var view = await _office.Approve(id, "head.keji");

        var notice = view.Returns.Single();
        Assert.That(view.State, Is.EqualTo(DocumentState.Returned));
        Assert.That(
            (notice.Kind, notice.Number, notice.By, notice.Items.Single().Code),
            Is.EqualTo((ReturnKind.Official, "退文〔2026〕1号", "系统", "R09")));
    }

    [Test]
    public async Task The_gates_at_the_office_judge_by_the_day_of_submission()
    {
        var id = await _office.AnOrdinaryDraft(change: draft => draft with { EffectiveOn = new DateOnly(2026, 3, 10) });
        await _office.Submit(id);
        _office.Clock.Advance(TimeSpan.FromDays(3));

        var view = await _office.Approve(id, "head.keji");

        Assert.That((view.State, view.Waiting.Single().Step), Is.EqualTo((DocumentState.UnderReview, "officeReview")));
    }

    [Test]
    public async Task Of_several_submissions_the_last_one_counts()
    {
        var id = await _office.AnOrdinaryDraft(change: draft => draft with { EffectiveOn = new DateOnly(2026, 3, 10) });
        await _office.Submit(id);
        await _office.Recall(id);
        _office.Clock.Advance(TimeSpan.FromDays(3));

        var again = await _office.Submit(id);

        Assert.That(again.ReturnNotice!.Items.Select(item => item.Code), Is.EqualTo(new[] { "R20" }));
    }

    [Test]
    public async Task Official_returns_are_numbered_in_a_row_and_a_refused_one_takes_none()
    {
        var ids = await SubmittedToTheOffice(3);

        var first = await _office.Return(ids[0], "reviewer");
        var refused = await OfficeActs.CodeOf(_office.Return(ids[1], "reviewer", to: "signOff"));
        var second = await _office.Return(ids[1], "reviewer");
        _office.Clock.Now = TestOffice.At("2027-01-04T09:00:00+08:00");
        var nextYear = await _office.Return(ids[2], "reviewer");

        Assert.That(refused, Is.EqualTo("NOT_AN_EARLIER_STEP"));
        Assert.That(
            new[] { first, second, nextYear }.Select(view => view.Returns.Single().Number),
            Is.EqualTo(new[] { "退文〔2026〕1号", "退文〔2026〕2号", "退文〔2027〕1号" }));
        Assert.That((await _office.Send(new AuditNumbers.Query())).Problems, Is.Empty);
    }

    [Test]
    public async Task Returns_at_the_same_moment_get_numbers_in_a_row()
    {
        var ids = await SubmittedToTheOffice(6);

        var returned = await Task.WhenAll(ids.Select(id => Task.Run(() => _office.Return(id, "reviewer"))));

        Assert.That(
            returned.Select(view => view.Returns.Single().Number),
            Is.EquivalentTo(Enumerable.Range(1, 6).Select(number => $"退文〔2026〕{number}号")));
    }

    [Test]
    public async Task An_item_is_fixed_by_the_rules_own_word_answered_or_still_open()
    {
        var id = (await SubmittedToTheOffice(1))[0];
        ReturnItem[] wrong = [new("R20", "施行日期过早"), new(null, "标题层次不清"), new(null, "附件缺页"), new(null, "落款有误")];
        await _office.Return(id, "reviewer", items: wrong);

        await _office.Submit(
            id, answers: [new ItemAnswer(2, ItemStatus.Fixed, null), new ItemAnswer(3, ItemStatus.Answered, "原件如此")]);

        var items = (await _office.See(id)).Returns.Single().Items;
        Assert.That(
            items.Select(item => (item.Status, item.Answer)),
            Is.EqualTo(new[]
            {
                (ItemStatus.Fixed, (string?)null), (ItemStatus.Fixed, null), (ItemStatus.Answered, "原件如此"), (ItemStatus.Open, null),
            }));
    }

    [Test]
    public async Task A_drafters_word_does_not_fix_what_the_rule_still_finds()
    {
        var id = (await _office.Send(
            new CreateDraft.Command(ADraft.OfADepartment with { Attribute = null }), "drafter.keji")).Id;
        await _office.Submit(id);
        await _office.Edit(id, draft => draft with { Attribute = new DisclosureAttribute(Disclosure.Proactive) });

        var second = await _office.Submit(
            id, answers: [new ItemAnswer(1, ItemStatus.Fixed, null), new ItemAnswer(2, ItemStatus.Fixed, null)]);

        var first = (await _office.See(id)).Returns[0];
        Assert.That(
            first.Items.Select(item => (item.Code, item.Status)),
            Is.EqualTo(new[] { ("R01", ItemStatus.Fixed), ("R19", ItemStatus.Open) }));
        Assert.That(
            (second.ReturnNotice!.N, second.ReturnNotice.Items.Single().Code), Is.EqualTo((2, "R19")));
    }

    [Test]
    public async Task An_answered_item_needs_its_answer()
    {
        var id = await _office.AnOrdinaryDraft();

        var trouble = Assert.ThrowsAsync<ValidationException>(
            () => _office.Submit(id, answers: [new ItemAnswer(1, ItemStatus.Answered, " ")]))!;

        Assert.That(trouble.Errors.Single().ErrorCode, Is.EqualTo("ANSWER_EMPTY"));
    }

    [Test]
    public async Task A_route_that_fits_nothing_is_told_after_the_gates()
    {
        using var workflows = new ChangedWorkflows();
        workflows.Change("rules/route-selection.json", json => json.AsArray().RemoveAt(4));
        await using var office = await TestOffice.OpenAsync(provider: provider, workflows: workflows.Path);
        var incomplete = await office.AnOrdinaryDraft(change: draft => draft with { Attribute = null });
        var complete = await office.AnOrdinaryDraft();

        var answer = await office.Submit(incomplete);
        var refused = await OfficeActs.CodeOf(office.Submit(complete));

        Assert.That(answer.ReturnNotice!.Items.Single().Code, Is.EqualTo("R01"));
        Assert.That(refused, Is.EqualTo("NO_ROUTE"));
        Assert.That((await office.See(complete)).State, Is.EqualTo(DocumentState.Draft));
    }

    [Test]
    public async Task A_joint_issuer_that_the_office_does_not_know_is_named()
    {
        var id = await _office.AnOrdinaryDraft(change: draft => draft with { JointIssuers = ["市公安局", "市气象局"] });

        var refusal = await OfficeActs.Refused(_office.Submit(id));

        Assert.That(refusal.Code, Is.EqualTo("UNKNOWN_ORGAN"));
        Assert.That(refusal.Why.Zh, Does.Contain("市气象局"));
    }

    [Test]
    public async Task A_joint_issuer_named_twice_countersigns_once()
    {
        var id = await _office.AnOrdinaryDraft(change: draft => draft with { JointIssuers = ["市公安局", "巴中市公安局"] });
        await _office.Submit(id);

        var view = await _office.WalkTo(id, "countersign");

        Assert.That(view.Waiting.Select(task => task.Department), Is.EqualTo(new[] { "gongan" }));
    }

    [Test]
    public async Task A_step_that_nobody_could_decide_is_told_at_once()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Edit(id, draft => draft with { Copies = 20 }, by: "head.keji");

        var refused = await OfficeActs.CodeOf(_office.Submit(id));

        Assert.That(refused, Is.EqualTo("NO_HOLDER"));
        Assert.That((await _office.See(id)).State, Is.EqualTo(DocumentState.Draft));
    }

    private async Task<IReadOnlyList<Guid>> SubmittedToTheOffice(int count)
    {
        var ids = new List<Guid>();
        for (var made = 0; made < count; made++)
        {
            var id = await _office.AnOrdinaryDraft();
            await _office.Submit(id);
            await _office.Approve(id, "head.keji");
            ids.Add(id);
        }

        return ids;
    }
}
