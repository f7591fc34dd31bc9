using GovDocFlow.Workflows;

namespace GovDocFlow.Tests.Workflows;

internal sealed class ReturnTests
{
    private static readonly Draft Draft = new();

    private static IEnumerable<TestCaseData> EveryReturn()
    {
        foreach (var id in RouteFile.ShippedIds)
        {
            var route = RouteFile.Shipped(id).Route();
            foreach (var from in route.Activities.Where(activity => activity.Shape.WaitsForPeople).Select(each => each.Id))
            {
                foreach (var to in route.EarlierSteps(from).Append("correction").Where(to => to != from))
                {
                    yield return new TestCaseData(id, from, to);
                }
            }
        }
    }

    [TestCaseSource(nameof(EveryReturn))]
    public void A_case_sent_back_walks_every_step_from_there_again(string id, string from, string to)
    {
        var route = RouteFile.Shipped(id).Route();
        var position = from == "correction" ? Correction(route) : Office.At(route, Draft, from);
        var wholeWalk = Office.Walk(route, Draft);

        var movement = Office.Host.Return(route, position, to, thenBack: false, Draft);
        var walked = Office.Walk(route, movement.Position, Draft);

        Assert.That(movement.Opened.Select(opening => opening.Activity), Is.EqualTo((string[])[to]));
        Assert.That(movement.Closed, Is.EquivalentTo(position.Active));
        Assert.That(movement.Position.Resume, Is.Null);
        var again = to == "correction"
            ? wholeWalk.Prepend(to)
            : wholeWalk.Where(step => step == to || IsAfter(route, to, step));
        Assert.That(walked, Is.EqualTo(again));
    }

    [TestCaseSource(nameof(EveryReturn))]
    public void A_case_sent_back_for_one_thing_comes_straight_back(string id, string from, string to)
    {
        var route = RouteFile.Shipped(id).Route();
        var position = from == "correction" ? Correction(route) : Office.At(route, Draft, from);

        var movement = Office.Host.Return(route, position, to, thenBack: true, Draft);
        var back = Office.Approve(route, movement.Position, to, Draft);

        Assert.That(movement.Position.Active, Is.EqualTo((string[])[to]));
        Assert.That(movement.Position.Resume, Is.EqualTo(position));
        Assert.That(back.Position, Is.EqualTo(position));
        Assert.That(back.Opened.Select(opening => opening.Activity), Is.EquivalentTo(position.Active));
    }

    [Test]
    public void A_complete_case_can_be_sent_back_and_is_complete_again_without_the_steps_between()
    {
        var route = RouteFile.Shipped("joint").Route();
        var complete = Office.Complete(route, Draft);

        var straight = Office.Host.Return(route, complete, "officeReview", thenBack: true, Draft);
        var allAgain = Office.Host.Return(route, complete, "officeReview", thenBack: false, Draft);

        Assert.That(Office.Walk(route, straight.Position, Draft), Is.EqualTo((string[])["officeReview"]));
        Assert.That(Office.Walk(route, allAgain.Position, Draft), Has.Count.EqualTo(6));
        Assert.That(straight.Closed, Is.Empty);
    }

    [Test]
    public void The_last_step_sent_back_from_a_complete_case_completes_it_again()
    {
        var route = RouteFile.Shipped("government").Route();
        var complete = Office.Complete(route, Draft);

        var recheck = Office.Host.Return(route, complete, "recheck", thenBack: true, Draft);
        var done = Office.Approve(route, recheck.Position, "recheck", Draft);

        Assert.That(done.Position, Is.EqualTo(complete));
    }

    [Test]
    public void Changed_files_must_be_approved_by_the_head_again_on_the_way_back()
    {
        var route = RouteFile.Shipped("government").Route();
        var signOff = Office.At(route, Draft, "signOff");
        var changed = Draft with { FilesChanged = true };

        var correction = Office.Host.Return(route, signOff, "correction", thenBack: true, Draft);
        var head = Office.Approve(route, correction.Position, "correction", changed);
        var back = Office.Approve(route, head.Position, "departmentHead", changed);

        Assert.That(head.Position.Active, Is.EqualTo((string[])["departmentHead"]));
        Assert.That(head.Position.Resume, Is.EqualTo(signOff));
        Assert.That(back.Position, Is.EqualTo(signOff));
        Assert.That(back.Automatic, Is.EqualTo((Passage[])[new Passage("arrivalGate", "Pass")]));
    }

    [Test]
    public void A_head_who_returned_a_draft_decides_it_once_even_when_files_changed()
    {
        var route = RouteFile.Shipped("government").Route();
        var changed = Draft with { FilesChanged = true };
        var head = Office.At(route, changed, "departmentHead");

        var correction = Office.Host.Return(route, head, "correction", thenBack: true, changed);
        var back = Office.Approve(route, correction.Position, "correction", changed);
        var on = Office.Approve(route, back.Position, "departmentHead", changed);

        Assert.That(back.Position, Is.EqualTo(head));
        Assert.That(on.Position.Active, Is.EqualTo((string[])["officeReview"]));
    }

    [Test]
    public void Gates_are_asked_on_the_way_back_too()
    {
        var route = RouteFile.Shipped("government").Route();
        var signOff = Office.At(route, Draft, "signOff");
        var failing = Draft with { MissesGate = "interpretation" };

        var correction = Office.Host.Return(route, signOff, "correction", thenBack: true, Draft);
        var still = Office.Approve(route, correction.Position, "correction", failing);
        var back = Office.Approve(route, still.Position, "correction", Draft);

        Assert.That(still.Position, Is.EqualTo(correction.Position));
        Assert.That(back.Position, Is.EqualTo(signOff));
    }

    [Test]
    public void A_return_during_a_return_unwinds_one_after_the_other()
    {
        var route = RouteFile.Shipped("joint").Route();
        var signOff = Office.At(route, Draft, "signOff");

        var legality = Office.Host.Return(route, signOff, "legalityReview", thenBack: true, Draft).Position;
        var review = Office.Host.Return(route, legality, "officeReview", thenBack: true, Draft).Position;
        var correction = Office.Host.Return(route, review, "correction", thenBack: true, Draft).Position;
        var atReview = Office.Approve(route, correction, "correction", Draft).Position;
        var atLegality = Office.Approve(route, atReview, "officeReview", Draft).Position;
        var atSignOff = Office.Approve(route, atLegality, "legalityReview", Draft).Position;

        Assert.That((atReview, atLegality, atSignOff), Is.EqualTo((review, legality, signOff)));
    }

    [Test]
    public void A_return_for_good_forgets_who_wanted_the_case_back()
    {
        var route = RouteFile.Shipped("joint").Route();
        var signOff = Office.At(route, Draft, "signOff");
        var legality = Office.Host.Return(route, signOff, "legalityReview", thenBack: true, Draft).Position;

        var review = Office.Host.Return(route, legality, "officeReview", thenBack: false, Draft).Position;

        Assert.That(
            Office.Walk(route, review, Draft),
            Is.EqualTo((string[])
                ["officeReview", "disclosureReview", "legalityReview", "countersign", "signOff", "recheck"]));
    }

    [Test]
    public void A_review_that_no_longer_applies_does_not_hold_the_case_on_its_way_back()
    {
        var route = RouteFile.Shipped("department").Route();
        var disclosure = Office.At(route, Draft, "disclosureReview");
        var proactive = Draft with { IsProactive = true };

        var correction = Office.Host.Return(route, disclosure, "correction", thenBack: true, Draft);
        var back = Office.Approve(route, correction.Position, "correction", proactive);

        Assert.That(back.Position.Active, Is.EqualTo((string[])["legalityReview"]));
    }

    [Test]
    public void A_return_takes_the_case_away_from_everybody_who_holds_it_in_parallel()
    {
        var route = RouteFile.Shipped("government").Route();
        var both = Office.At(route, Draft, "disclosureReview", "legalityReview");

        var movement = Office.Host.Return(route, both, "officeReview", thenBack: false, Draft);

        Assert.That(movement.Closed, Is.EqualTo((string[])["disclosureReview", "legalityReview"]));
        Assert.That(movement.Position.Active, Is.EqualTo((string[])["officeReview"]));
    }

    [Test]
    public void A_return_within_one_branch_leaves_the_other_branch_to_be_decided()
    {
        var route = RouteFile.Of(
            "start>fork", "fork.one>a1", "a1>a2", "a2>join", "fork.two>b", "b>join", "join>signer", "signer>end")
            .Route();
        var position = Office.At(route, Draft, "a2", "b");

        var again = Office.Host.Return(route, position, "a1", thenBack: false, Draft);
        var onTheSecond = Office.Approve(route, again.Position, "a1", Draft).Position;
        var withoutTheOther = Office.Approve(route, onTheSecond, "a2", Draft).Position;
        var straight = Office.Host.Return(route, position, "a1", thenBack: true, Draft);
        var back = Office.Approve(route, straight.Position, "a1", Draft);

        Assert.That(again.Position.Active, Is.EqualTo((string[])["a1", "b"]));
        Assert.That(again.Closed, Is.EqualTo((string[])["a2"]));
        Assert.That(withoutTheOther.Active, Is.EqualTo((string[])["b"]));
        Assert.That(Office.Walk(route, withoutTheOther, Draft), Is.EqualTo((string[])["b", "signer"]));
        Assert.That(straight.Position.Active, Is.EqualTo((string[])["a1"]));
        Assert.That(back.Position, Is.EqualTo(position));
    }

    [Test]
    public void A_way_back_that_misses_the_returner_ends_before_the_join_and_not_behind_it()
    {
        var route = RouteFile.Of(
            "start>fork", "fork.one>a", "a>gate", "gate.Pass>c", "c>sometimes", "gate.Fail>sometimes", "sometimes>join",
            "fork.two>b", "b>join", "join>signer", "signer>end").Route();
        var ordinary = Draft with { IsOrdinary = true };
        var position = Office.At(route, ordinary, "c", "b");

        var sentBack = Office.Host.Return(route, position, "a", thenBack: true, ordinary).Position;
        var back = Office.Approve(route, sentBack, "a", ordinary with { MissesGate = "attribute" });

        Assert.That(back.Position, Is.EqualTo(position));
    }

    [Test]
    public void A_way_back_that_comes_to_the_end_does_not_take_the_case_from_the_returner()
    {
        var route = RouteFile.Of("start>a", "a>gate", "gate.Pass>b", "gate.Fail>end", "b>end").Route();
        var position = Office.At(route, Draft, "b");

        var sentBack = Office.Host.Return(route, position, "a", thenBack: true, Draft).Position;
        var back = Office.Approve(route, sentBack, "a", Draft with { MissesGate = "attribute" });

        Assert.That(back.Position, Is.EqualTo(position));
    }

    [Test]
    public void A_branch_that_was_done_stays_done_when_the_other_is_walked_again()
    {
        var route = RouteFile.Of(
            "start>fork", "fork.one>a1", "a1>a2", "a2>join", "fork.two>b", "b>join", "join>signer", "signer>end")
            .Route();
        var half = Office.Approve(route, Office.At(route, Draft, "a2", "b"), "b", Draft).Position;

        var again = Office.Host.Return(route, half, "a1", thenBack: false, Draft);

        Assert.That(Office.Walk(route, again.Position, Draft), Is.EqualTo((string[])["a1", "a2", "signer"]));
    }

    [Test]
    public void A_step_with_nothing_to_decide_cannot_be_returned_to()
    {
        var route = RouteFile.Shipped("government").Route();
        var proactive = Draft with { IsProactive = true };
        var signOff = Office.At(route, proactive, "signOff");

        Assert.That(
            () => Office.Host.Return(route, signOff, "disclosureReview", thenBack: true, proactive),
            Throws.TypeOf<CannotMoveException>().With.Property("Code").EqualTo("NOT_NEEDED"));
    }

    [TestCase("signOff", "NOT_EARLIER")]
    [TestCase("officeReview", "NOT_EARLIER")]
    [TestCase("submissionGate", "NOT_EARLIER")]
    [TestCase("nowhere", "UNKNOWN_STEP")]
    public void A_return_never_leads_forward_nor_to_where_nobody_decides(string to, string code)
    {
        var route = RouteFile.Shipped("government").Route();
        var review = Office.At(route, Draft, "officeReview");

        Assert.That(
            () => Office.Host.Return(route, review, to, thenBack: false, Draft),
            Throws.TypeOf<CannotMoveException>().With.Property("Code").EqualTo(code));
    }

    [Test]
    public void What_follows_a_correction_is_not_later_than_what_led_to_it()
    {
        var route = RouteFile.Of(
            "start>gate1", "gate1.Pass>gate2", "gate1.Fail>correction", "gate2.Pass>b", "gate2.Fail>correction",
            "correction>gate2", "b>c", "c>gate3", "gate3.Pass>end", "gate3.Fail>correction").Route();

        Assert.That(route.EarlierSteps("b"), Is.Empty);
        Assert.That(route.EarlierSteps("c"), Is.EqualTo((string[])["b"]));
    }

    private static Position Correction(Route route) =>
        Office.Host.Start(route, Draft with { MissesGate = "attribute" }).Position;

    private static bool IsAfter(Route route, string earlier, string later) =>
        route.EarlierSteps(later).Contains(earlier);
}
