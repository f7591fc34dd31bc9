using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Review;

namespace GovDocFlow.Tests.Review;

[OnEachDatabase]
internal sealed class WalkTests(DatabaseProvider provider)
{
    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync(provider: provider);

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [TestCase("governmentNormative", "departmentHead officeReview legalityReview signOff recheck")]
    [TestCase("government", "departmentHead officeReview disclosureReview legalityReview signOff recheck")]
    [TestCase("governmentOffice", "departmentHead officeReview disclosureReview signOff recheck")]
    [TestCase("department", "departmentHead officeReview signOff recheck")]
    [TestCase("joint", "departmentHead officeReview countersign countersign signOff recheck")]
    public async Task Who_takes_what_waits_and_approves_needs_to_know_no_step(string route, string steps)
    {
        var id = await ADraftOf(route);
        await _office.Submit(id);

        var view = await EverybodyApprovesWhatWaits(id);

        Assert.That((view.State, view.Route), Is.EqualTo((DocumentState.SignedOff, route)));
        Assert.That(view.Opinions.Select(opinion => opinion.Step), Is.EquivalentTo(steps.Split(' ')));
        Assert.That(view.FormedOn, Is.EqualTo(new DateOnly(2026, 3, 9)));
    }

    [Test]
    public async Task A_departments_own_document_is_signed_by_its_head_and_re_checked_by_the_clerk()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);

        var view = await _office.WalkTo(id);

        Assert.That(
            view.Opinions.Select(opinion => (opinion.Step, opinion.By)).TakeLast(2),
            Is.EqualTo(new[] { ("signOff", "闻松年"), ("recheck", "管牧笔") }));
    }

    [Test]
    public async Task Approving_states_the_secrecy_review_and_binds_the_pair()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);

        await _office.Approve(id, "head.keji");

        var bound = (await _office.Timeline(id)).Single(line => line.Verb == "bindPair");
        Assert.That((bound.Actor, bound.Detail.GetProperty("secrecyReviewed").GetBoolean()), Is.EqualTo(("闻松年", true)));
        Assert.That(bound.Detail.GetProperty("pair").GetString(), Has.Length.EqualTo(64));
    }

    [TestCase("department")]
    [TestCase("governmentOffice")]
    public async Task A_policy_that_is_not_public_meets_the_disclosure_review(string route)
    {
        var id = await ADraftOf(route, draft => draft with { Policy = true, Attribute = OfficeActs.OnRequest });
        await _office.AddPaper(id, FileRole.DisclosureReview, "本部门政务公开机构审查意见：同意。");
        await _office.Submit(id);

        var view = await _office.WalkTo(id);

        Assert.That(view.Opinions.Select(opinion => opinion.Step), Does.Contain("disclosureReview"));
        Assert.That(view.Clocks, Is.Empty);
    }

    [Test]
    public async Task The_other_issuers_countersign_side_by_side()
    {
        var id = await _office.AJointDraft();
        await _office.Submit(id);

        var waiting = await _office.WalkTo(id, "countersign");
        var half = await _office.Approve(id, "head.caizheng");

        Assert.That(waiting.Waiting.Select(task => task.Department), Is.EqualTo(new[] { "gongan", "caizheng" }));
        Assert.That(half.Waiting.Select(task => (task.Step, task.Department)), Is.EqualTo(new[] { ("countersign", (string?)"gongan") }));
        Assert.That((await _office.Approve(id, "head.gongan")).Waiting.Single().Step, Is.EqualTo("signOff"));
    }

    [Test]
    public async Task The_last_two_countersignatures_at_once_move_the_case_on_once()
    {
        for (var round = 0; round < 5; round++)
        {
            var id = await _office.AJointDraft();
            await _office.Submit(id);
            await _office.WalkTo(id, "countersign");
            var tasks = new[] { "head.gongan", "head.caizheng" };
            var acts = await Task.WhenAll(tasks.Select(async by => (by, Task: await _office.TaskOf(id, by))));

            await Task.WhenAll(acts.Select(act => Task.Run(() => Decide(act.Task, act.by))));

            var view = await _office.See(id);
            Assert.That(view.Waiting.Select(task => task.Step), Is.EqualTo(new[] { "signOff" }));
            Assert.That(view.Opinions.Count(opinion => opinion.Step == "countersign"), Is.EqualTo(2));
            Assert.That(
                await _office.Read<int>("SELECT COUNT(*) FROM WorkTask WHERE DocumentId = @id AND Step = 'signOff'", new { id }),
                Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Of_two_decisions_on_one_task_one_wins_and_the_other_is_told_who_and_when()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        var task = await _office.TaskOf(id, "head.keji");

        var codes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TryToDecide(task, "head.keji"))));

        Assert.That(codes.Count(refusal => refusal is null), Is.EqualTo(1));
        Assert.That(codes.OfType<Refusal>().Select(refusal => refusal.Code), Is.All.EqualTo("ALREADY_DECIDED"));
        Assert.That(codes.OfType<Refusal>().Select(refusal => refusal.Why.Zh), Is.All.Contain("闻松年").And.All.Contain("2026-03-09 08:30"));
        Assert.That(await _office.StepsOf(id), Is.EqualTo(new[] { "officeReview" }));
    }

    [Test]
    public async Task A_joint_document_is_formed_on_the_day_of_its_last_signature()
    {
        var id = await _office.AJointDraft();
        await _office.Submit(id);
        await _office.WalkTo(id, "signOff");
        _office.Clock.Advance(TimeSpan.FromDays(2));

        var view = await _office.Approve(id, "head.keji");

        Assert.That(view.FormedOn, Is.EqualTo(new DateOnly(2026, 3, 11)));
        Assert.That(view.State, Is.EqualTo(DocumentState.UnderReview));
    }

    private Task<DocumentView> Decide(Guid task, string by) =>
        _office.Send(new DecideTask.Command(task, null, DecisionVerb.Approve, "同意。"), by);

    private async Task<Refusal?> TryToDecide(Guid task, string by)
    {
        try
        {
            await Decide(task, by);
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal;
        }
    }

    private async Task<DocumentView> EverybodyApprovesWhatWaits(Guid id)
    {
        for (var round = 0; round < 10; round++)
        {
            foreach (var user in OfficeActs.Everybody)
            {
                foreach (var task in (await _office.Send(new ReadTasks.Query(), user)).Items)
                {
                    Assert.That(task.Verbs, Does.Contain("approve"));
                    await Decide(task.Id, user);
                }
            }

            if (await _office.See(id) is { State: not DocumentState.UnderReview } view)
            {
                return view;
            }
        }

        throw new AssertionException("The walk does not end.");
    }

    private Task<Guid> ADraftOf(string route, Func<Draft, Draft>? change = null) => route switch
    {
        "governmentNormative" => _office.ACompleteDraft(),
        "government" => _office.ADraftForBothReviews(),
        "governmentOffice" => _office.AnOrdinaryDraft(change: draft => (change ?? (one => one))(draft with
        {
            Title = "巴中市人民政府办公室会议纪要",
            Kind = DocumentKind.Minutes,
            IssuerLevel = IssuerLevel.GovernmentOffice,
            IssuingOrgan = "巴中市人民政府办公室",
            InterpretationExemption = new Exemption("minutes", "会议纪要"),
            Attribute = OfficeActs.OnRequest,
        })),
        "joint" => _office.AJointDraft(),
        _ => _office.AnOrdinaryDraft(change: change),
    };
}
