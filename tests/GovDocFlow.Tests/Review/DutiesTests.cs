using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases.Desk;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Drafting;
using GovDocFlow.UseCases.Issuing;
using GovDocFlow.UseCases.People;
using GovDocFlow.UseCases.Review;

namespace GovDocFlow.Tests.Review;

[OnEachDatabase]
internal sealed class DutiesTests(DatabaseProvider provider)
{
    private const string NotVisible = "404";
    private const string Never = "403";

    private static readonly string[] Verbs = ["edit", "submit", "recall", "cancel", "approve", "return", "issue", "publish", "archive"];

    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync(provider: provider);

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [TestCase("drafter.keji", "409 409 409 may 403 403 403 403 403")]
    [TestCase("head.keji", "409 409 409 may 403 403 403 403 403")]
    [TestCase("drafter.gongan", "404 404 404 404 403 403 403 403 403")]
    [TestCase("head.gongan", "404 404 404 404 404 404 403 403 403")]
    [TestCase("reviewer", "403 403 403 403 may may 403 403 403")]
    [TestCase("disclosure", "403 403 403 403 403 403 403 403 403")]
    [TestCase("legal", "403 403 403 403 403 403 403 403 403")]
    [TestCase("signer", "403 403 403 403 403 403 403 403 403")]
    [TestCase("clerk", "403 403 403 403 403 403 409 403 409")]
    [TestCase("publisher", "403 403 403 403 403 403 403 409 403")]
    [TestCase("officeHead", "403 403 403 403 403 403 403 403 403")]
    [TestCase("leader", "403 403 403 403 403 403 403 403 403")]
    [TestCase("supervisor", "403 403 403 403 403 403 403 403 403")]
    [TestCase("admin", "403 403 403 403 403 403 403 403 403")]
    public async Task While_the_office_reviews_everybody_is_told_what_is_never_theirs_and_what_is_not_yet(string user, string expected)
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        var view = await _office.WalkTo(id, "officeReview");

        var answers = new List<string>();
        foreach (var verb in Verbs)
        {
            answers.Add(await Try(verb, view, user));
        }

        Assert.That(string.Join(' ', answers), Is.EqualTo(expected));
        Assert.That((await _office.See(id)).Version, Is.EqualTo(view.Version));
    }

    [Test]
    public async Task What_a_document_says_that_one_may_do_is_what_the_verb_then_does()
    {
        var id = await _office.AnOrdinaryDraft();
        await AskEverybody(id);
        await _office.Submit(id);
        await AskEverybody(id);
        foreach (var by in new[] { "head.keji", "reviewer", "head.keji", "clerk" })
        {
            await _office.Approve(id, by);
            await AskEverybody(id);
        }

        await _office.Issue(id);
        await AskEverybody(id);
        await _office.Publish(id);
        await AskEverybody(id);
        await _office.Send(new ArchiveDocument.Command(id, null), "clerk");
        await AskEverybody(id);
    }

    [Test]
    public async Task A_head_who_had_a_hand_in_the_draft_does_not_approve_it()
    {
        await _office.Send(
            new AddUser.Command("deputy.keji", "副局长", "副局长", "keji", [Role.Head], TestOffice.Password), "admin");
        var id = await _office.AnOrdinaryDraft();
        await _office.Edit(id, draft => draft with { Copies = 5 }, by: "head.keji");
        await _office.Submit(id);

        var refusal = await OfficeActs.Refused(_office.Approve(id, "head.keji"));

        Assert.That((refusal.Kind, refusal.Code), Is.EqualTo((RefusalKind.Never, "SEPARATION_OF_DUTIES")));
        Assert.That((await _office.Send(new ReadTasks.Query(), "head.keji")).Items, Is.Empty);
        Assert.That((await _office.Approve(id, "deputy.keji")).Waiting.Single().Step, Is.EqualTo("officeReview"));
    }

    [Test]
    public async Task Who_signed_it_does_not_publish_it()
    {
        await _office.Send(
            new AddUser.Command("both", "兼任者", "副主任", "office", [Role.Signer, Role.Publisher], TestOffice.Password), "admin");
        var id = await _office.ADraftForBothReviews();
        await _office.Submit(id);
        await _office.WalkTo(id, "signOff");
        await _office.Approve(id, "both");
        await _office.WalkTo(id);
        await _office.Issue(id);

        var refusal = await OfficeActs.Refused(_office.Publish(id, by: "both"));

        Assert.That((refusal.Kind, refusal.Code), Is.EqualTo((RefusalKind.Never, "SEPARATION_OF_DUTIES")));
        Assert.That((await _office.Publish(id)).State, Is.EqualTo(DocumentState.Published));
    }

    [Test]
    public async Task A_countersigning_department_sees_a_document_from_its_submission_on()
    {
        var id = await _office.AJointDraft();
        string[] before = [await Sees("head.gongan", id), await Sees("drafter.caizheng", id), await Sees("drafter.fagai", id), await Sees("clerk", id)];

        await _office.Submit(id);

        string[] after = [await Sees("head.gongan", id), await Sees("drafter.caizheng", id), await Sees("drafter.fagai", id), await Sees("clerk", id)];
        Assert.That(before, Is.EqualTo(new[] { NotVisible, NotVisible, NotVisible, NotVisible }));
        Assert.That(after, Is.EqualTo(new[] { "seen", "seen", NotVisible, "seen" }));
        Assert.That(await OfficeActs.CodeOf(_office.Recall(id, by: "drafter.gongan")), Is.EqualTo("NOT_DRAFTING_DEPARTMENT"));
    }

    [Test]
    public async Task Lists_hold_just_what_can_be_opened()
    {
        Guid[] ids = [await _office.AnOrdinaryDraft(), await _office.AJointDraft(), await _office.AnOrdinaryDraft("drafter.gongan")];
        await _office.Submit(ids[1]);

        foreach (var user in OfficeActs.Everybody.Where(user => user != "admin"))
        {
            var listed = (await _office.Send(new ReadDocuments.Query(), user)).Items.Select(line => line.Id).ToHashSet();
            foreach (var id in ids)
            {
                Assert.That(await Sees(user, id), Is.EqualTo(listed.Contains(id) ? "seen" : NotVisible), user);
            }
        }
    }

    [Test]
    public async Task Who_only_administers_opens_no_document()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);

        Task[] asked =
        [
            _office.See(id, "admin"), _office.Send(new ReadDocuments.Query(), "admin"), _office.Send(new ReadTimeline.Query(id), "admin"),
            _office.Send(new PrecheckDraft.Query(id), "admin"), _office.Send(new ReadSignOffSheet.Query(id), "admin"),
            _office.Send(new ReadReturnNotice.Query(id, 1), "admin"), _office.Send(new ReadSupervision.Query(), "admin"),
        ];

        foreach (var question in asked)
        {
            Assert.That((await OfficeActs.Refused(question)).Kind, Is.EqualTo(RefusalKind.Never));
        }
    }

    [Test]
    public async Task The_supervisor_reads_drafts_and_trails_and_writes_nothing()
    {
        var id = await _office.AnOrdinaryDraft();

        var view = await _office.See(id, "supervisor");
        var lines = await _office.Timeline(id);

        Assert.That(view.MayDo, Is.Empty);
        Assert.That(lines.Select(line => line.Verb), Is.EqualTo(new[] { "create", "attribute", "addFile" }));
    }

    private async Task AskEverybody(Guid id)
    {
        var view = await _office.See(id);
        foreach (var user in OfficeActs.Everybody)
        {
            var said = await MayDo(id, user);
            foreach (var verb in Verbs)
            {
                var expected = said is null ? null : said.TryGetValue(verb, out var refusal) ? refusal ?? "may" : Never;
                var answer = await Try(verb, view, user);

                // What one may not see is 404 to those whose role could do it, and 403 to all others.
                Assert.That(
                    answer, expected is null ? Is.EqualTo(NotVisible).Or.EqualTo(Never) : Is.EqualTo(expected), $"{user} {verb} {view.State}");
            }
        }

        Assert.That((await _office.See(id)).Version, Is.EqualTo(view.Version));
    }

    // Null where the document is not shown; a verb without a refusal may be done, one with a code not now.
    private async Task<Dictionary<string, string?>?> MayDo(Guid id, string user)
    {
        if (await Sees(user, id) != "seen")
        {
            return null;
        }

        return (await _office.See(id, user)).MayDo
            .GroupBy(may => may.Verb)
            .ToDictionary(group => group.Key, group => group.First().Refusal is null ? null : "409");
    }

    private async Task<string> Sees(string user, Guid id)
    {
        try
        {
            await _office.See(id, user);
            return "seen";
        }
        catch (NotFoundException)
        {
            return NotVisible;
        }
        catch (RefusedException refused) when (refused.Refusal.Kind is RefusalKind.Never)
        {
            return Never;
        }
    }

    // Asks for the verb in a way that changes nothing even where it is allowed.
    private async Task<string> Try(string verb, DocumentView view, string user)
    {
        try
        {
            await Ask(verb, view, user);
            return "may";
        }
        catch (NotFoundException)
        {
            return NotVisible;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Kind switch
            {
                RefusalKind.Never => Never,
                RefusalKind.NotNow when refused.Refusal.Code is not ("ATTRIBUTE_NOT_HERE" or "DISCLOSURE_REVIEW_OWED") => "409",
                _ => "may",
            };
        }
        catch (StaleException)
        {
            return "may";
        }
    }

    private async Task Ask(string verb, DocumentView view, string user)
    {
        var id = view.Id;
        var task = view.Waiting.Count > 0 ? view.Waiting[0].Id : Guid.Empty;
        switch (verb)
        {
            case "approve" or "return" when task == Guid.Empty:
                await ReturnBeforeIssueOrNothing(verb, view, user);
                break;
            case "approve":
                // G9 is no ground: refused as unlawful where the attribute could be changed, and as not here elsewhere.
                await _office.Send(
                    new DecideTask.Command(task, null, DecisionVerb.Approve, "改", Attribute: new DisclosureAttribute(Disclosure.Exempt, "G9")), user);
                break;
            case "return":
                await _office.Send(new DecideTask.Command(task, null, DecisionVerb.Return, "改", To: "nowhere"), user);
                break;
            case "issue":
                await _office.Send(new IssueDocument.Command(id, null, "无此系列", null, null), user);
                break;
            case "publish":
                await _office.Publish(id, publishedAt: "2099-01-01T00:00:00+08:00", by: user);
                break;
            default:
                await AskDrafterOrClerk(verb, view, user);
                break;
        }
    }

    private async Task ReturnBeforeIssueOrNothing(string verb, DocumentView view, string user)
    {
        RefusedException.ThrowIf(verb == "return" && view.State is DocumentState.SignedOff && user == "clerk"
            ? null
            : Refusal.Never("NO_TASK", "没有待办", "There is no task."));
        await _office.Send(new ReturnBeforeIssue.Command(view.Id, null, "改", null, "nowhere", false), user);
    }

    // These have nothing to be wrong about: where the document says that they may, they are not tried.
    private async Task AskDrafterOrClerk(string verb, DocumentView view, string user)
    {
        var id = view.Id;
        if (await MayDo(id, user) is { } said && said.TryGetValue(verb, out var refusal) && refusal is null)
        {
            return;
        }

        switch (verb)
        {
            case "edit":
                await _office.Send(new EditDraft.Command(id, view.Version, Tests.Documents.ADraft.OfADepartment), user);
                break;
            case "submit":
                await _office.Submit(id, user);
                break;
            case "recall":
                await _office.Recall(id, user);
                break;
            case "cancel":
                await _office.Cancel(id, user);
                break;
            default:
                await _office.Send(new ArchiveDocument.Command(id, null), user);
                break;
        }
    }
}
