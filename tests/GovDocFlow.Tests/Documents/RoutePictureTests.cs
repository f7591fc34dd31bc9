using GovDocFlow.Documents;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Drafting;
using GovDocFlow.UseCases.Review;
using GovDocFlow.UseCases.Setup;

namespace GovDocFlow.Tests.Documents;

internal sealed class RoutePictureTests
{
    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync();

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task The_picture_says_who_has_decided_and_who_holds_the_case()
    {
        var id = await _office.ACompleteDraft();
        await _office.Send(new SubmitDraft.Command(id, null, null), by: "drafter.keji");
        var task = (await _office.Send(new ReadDocument.Query(id), by: "drafter.keji")).Waiting.Single();
        await _office.Send(new DecideTask.Command(task.Id, null, DecisionVerb.Approve, "同意。"), by: "head.keji");

        var picture = await _office.Send(new ReadRoutePicture.Query(id), by: "drafter.keji");

        var reviewer = (await _office.Officer("reviewer")).Name;
        Assert.That(picture.IsPinned, Is.True);
        Assert.That(picture.Route, Is.EqualTo("governmentNormative"));
        Assert.That(picture.Svg, Does.Contain("部门负责人审定（已办，闻松年 03-09）"));
        Assert.That(picture.Svg, Does.Contain($"核稿（当前环节，{reviewer}）"));
        Assert.That(picture.Svg, Does.Contain("签发（未到）"));
    }

    [Test]
    public async Task A_review_that_a_document_did_not_need_is_shown_as_not_needed()
    {
        var id = await _office.ACompleteDraft();
        await _office.WalkToSignOff(id);

        var picture = await _office.Send(new ReadRoutePicture.Query(id, InEnglish: true), by: "drafter.keji");

        Assert.That(picture.Svg, Does.Contain("公开属性审查 (not needed here)"));
        Assert.That(picture.Svg, Does.Contain("合法性审核 (done, "));
        Assert.That(picture.Svg, Does.Not.Contain("to come"));
    }

    [Test]
    public async Task A_draft_shows_the_route_that_it_would_take()
    {
        var id = await _office.ACompleteDraft(change: draft => draft with { IssuerLevel = IssuerLevel.Department });

        var picture = await _office.Send(new ReadRoutePicture.Query(id), by: "drafter.keji");

        Assert.That((picture.Route, picture.IsPinned), Is.EqualTo(("department", false)));
        Assert.That(
            () => _office.Send(new ReadRoutePicture.Query(id), by: "drafter.fagai"), Throws.TypeOf<NotFoundException>());
    }

    [Test]
    public async Task Each_shipped_route_is_shown_with_its_proofs()
    {
        var shown = await _office.Send(new ReadRoutes.Query(), by: "admin");

        Assert.That(
            shown.Routes.Select(route => route.Route),
            Is.EqualTo(new[] { "department", "government", "governmentNormative", "governmentOffice", "joint" }));
        Assert.That(shown.Problems, Is.Empty);
        Assert.That(shown.Routes.SelectMany(route => route.Proofs).Select(proof => proof.Holds), Is.All.True);
        Assert.That(shown.Routes.Select(route => route.Svg), Is.All.StartWith("<svg "));
    }
}
