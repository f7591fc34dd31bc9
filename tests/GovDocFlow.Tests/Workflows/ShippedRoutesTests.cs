using GovDocFlow.Workflows;

namespace GovDocFlow.Tests.Workflows;

internal sealed class ShippedRoutesTests
{
    private static readonly string[] UpToTheReview = ["departmentHead", "officeReview"];

    [Test]
    public void Every_shipped_route_loads_without_a_problem()
    {
        var folder = RouteFolder.Load(Path.Combine(RouteFile.Folder, "routes"), OfficeActivity.Shapes);

        Assert.That(folder.Problems, Is.Empty);
        Assert.That(folder.Routes.Select(route => route.DefinitionId), Is.EquivalentTo(RouteFile.ShippedIds));
    }

    [TestCaseSource(typeof(RouteFile), nameof(RouteFile.ShippedIds))]
    public void Every_shipped_route_keeps_every_promise(string id)
    {
        var proofs = RouteProofs.Prove(RouteFile.Shipped(id).Route());

        Assert.That(proofs.Select(proof => proof.Holds), Is.All.True);
        Assert.That(proofs, Has.Count.EqualTo(id == "joint" ? 6 : 5));
    }

    [TestCaseSource(typeof(RouteFile), nameof(RouteFile.ShippedIds))]
    public void Approving_everything_leads_through_every_step_to_the_end(string id)
    {
        var route = RouteFile.Shipped(id).Route();
        string[] reviews = ["disclosureReview", "legalityReview"];
        string[] late = id == "joint" ? ["countersign", "signOff", "recheck"] : ["signOff", "recheck"];

        var walked = Office.Walk(route, new Draft());

        Assert.That(walked, Is.EqualTo(UpToTheReview.Concat(reviews).Concat(late)));
    }

    [TestCaseSource(typeof(RouteFile), nameof(RouteFile.ShippedIds))]
    public void Reviews_that_do_not_apply_are_passed_by(string id)
    {
        var route = RouteFile.Shipped(id).Route();
        var draft = new Draft { IsProactive = true, IsOrdinary = true };
        string[] reviews = id == "governmentNormative" ? ["legalityReview"] : [];
        string[] late = id == "joint" ? ["countersign", "signOff", "recheck"] : ["signOff", "recheck"];

        var walked = Office.Walk(route, draft);

        Assert.That(walked, Is.EqualTo(UpToTheReview.Concat(reviews).Concat(late)));
    }

    [TestCaseSource(typeof(RouteFile), nameof(RouteFile.ShippedIds))]
    public void Every_activity_has_a_chinese_name_and_a_place_of_its_own(string id)
    {
        var route = RouteFile.Shipped(id).Route();

        Assert.That(route.Activities.Select(activity => activity.Name), Is.All.Match(@"^\p{IsCJKUnifiedIdeographs}+$"));
        Assert.That(route.Activities.Select(activity => (activity.X, activity.Y)), Is.Unique);
    }

    [Test]
    public void Reviews_of_a_department_follow_one_another()
    {
        var route = RouteFile.Shipped("department").Route();

        Assert.That(
            route.EarlierSteps("legalityReview"),
            Is.EqualTo((string[])["departmentHead", "officeReview", "disclosureReview"]));
    }

    [Test]
    public void Parallel_reviews_are_not_before_one_another()
    {
        var route = RouteFile.Shipped("joint").Route();

        Assert.That(route.EarlierSteps("legalityReview"), Is.EqualTo(UpToTheReview));
        Assert.That(
            route.EarlierSteps("signOff"),
            Is.EqualTo((string[])["departmentHead", "officeReview", "disclosureReview", "legalityReview", "countersign"]));
        Assert.That(route.EarlierSteps("departmentHead"), Is.Empty);
    }

    [Test]
    public void Countersigning_again_makes_it_no_step_before_itself()
    {
        var route = RouteFile.Shipped("joint").Route();

        Assert.That(
            route.EarlierSteps("countersign"),
            Is.EqualTo((string[])["departmentHead", "officeReview", "disclosureReview", "legalityReview"]));
    }
}
