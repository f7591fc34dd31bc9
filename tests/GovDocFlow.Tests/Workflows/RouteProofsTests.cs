using GovDocFlow.Workflows;

namespace GovDocFlow.Tests.Workflows;

internal sealed class RouteProofsTests
{
    [TestCase("attributeGate", "submissionGate")]
    [TestCase("interpretationGate", "submissionGate")]
    public void An_arrow_from_a_failed_gate_breaks_the_promise_of_the_gate(string what, string gate)
    {
        var file = RouteFile.Shipped("joint").Set("arrivalGate", "gates", "materials")
            .Disconnect(gate, "Fail").Connect(gate, "Fail", "departmentHead");

        var proof = Proof(file, what);

        Assert.That((proof.Holds, proof.Activity), Is.EqualTo((false, gate)));
        Assert.That(proof.Zh, Does.Contain("signOff"));
    }

    [Test]
    public void Two_gates_that_each_guard_one_way_guard_both()
    {
        var file = RouteFile.Shipped("joint").Set("submissionGate", "gates", "attribute")
            .Disconnect("submissionGate", "Fail").Connect("submissionGate", "Fail", "arrivalGate");

        Assert.That(Proof(file, "attributeGate").Holds, Is.True);
    }

    [TestCase("disclosureReview", "department")]
    [TestCase("legalityReview", "department")]
    [TestCase("countersign", "joint")]
    [TestCase("signOff", "joint")]
    public void An_arrow_round_a_step_breaks_its_promise(string what, string id)
    {
        var after = what switch { "disclosureReview" => "legalityReview", "signOff" => "recheck", _ => "signOff" };
        var file = RouteFile.Shipped(id).Disconnect("arrivalGate", "Fail").Connect("arrivalGate", "Fail", after);

        var proof = Proof(file, what);

        Assert.That((proof.Holds, proof.Activity), Is.EqualTo((false, what)));
    }

    [TestCase("disclosureReview")]
    [TestCase("legalityReview")]
    public void A_branch_that_goes_round_its_review_breaks_the_promise(string review)
    {
        var file = RouteFile.Shipped("government").Add("gate", "GovDocFlow.Gate", ("gates", "materials"));
        var branch = review == "disclosureReview" ? "disclosure" : "legality";
        file.Disconnect("fork", branch).Connect("fork", branch, "gate").Connect("gate", "Pass", review)
            .Add("other", "GovDocFlow.Recheck", ("role", "clerk")).Connect("gate", "Fail", "other");
        file.Disconnect(review, "Approved").Connect(review, "Approved", "other").Connect("other", "Approved", "join");

        var proofs = RouteProofs.Prove(file.Route());

        Assert.That(proofs.Where(proof => !proof.Holds).Select(proof => proof.What), Is.EqualTo((string[])[review]));
    }

    [TestCase("disclosureReview", "disclosure")]
    [TestCase("legalityReview", "legality")]
    public void A_route_without_the_review_breaks_its_promise(string review, string branch)
    {
        var file = RouteFile.Shipped("government");
        file.Activity(review).Remove("reviews");

        var proof = Proof(file, $"{branch}Review");

        Assert.That((proof.Holds, proof.Activity), Is.EqualTo((false, (string?)null)));
    }

    [TestCase("disclosureReview", "normativeOrMajor")]
    [TestCase("legalityReview", "notProactive")]
    public void A_review_with_the_condition_of_another_breaks_its_promise(string review, string when)
    {
        var file = RouteFile.Shipped("government").Set(review, "when", when);

        Assert.That(Proof(file, review).Holds, Is.False);
    }

    [Test]
    public void A_route_without_gates_and_sign_off_keeps_no_promise()
    {
        var proofs = RouteProofs.Prove(RouteFile.Of("start>a", "a>end").Route());

        Assert.That(proofs.Select(proof => proof.Holds), Is.All.False);
    }

    private static Proof Proof(RouteFile file, string what) =>
        RouteProofs.Prove(file.Route()).Single(proof => proof.What == what);
}
