using GovDocFlow.Workflows;

namespace GovDocFlow.Tests.Workflows;

internal sealed class EmbeddedHostTests
{
    private static readonly Draft Draft = new();
    private readonly Route _route = RouteFile.Shipped("joint").Route();

    [Test]
    public void A_draft_that_passes_the_gates_waits_for_its_department_head()
    {
        var movement = Office.Host.Start(_route, Draft);

        Assert.That(movement.Position.Active, Is.EqualTo((string[])["departmentHead"]));
        Assert.That(movement.Opened.Single().Holders, Is.EqualTo((Hold[])[new Hold("head", "keji")]));
        Assert.That(movement.Automatic, Is.EqualTo((Passage[])[new Passage("submissionGate", "Pass")]));
        Assert.That(movement.Closed, Is.Empty);
    }

    [Test]
    public void A_draft_that_fails_a_gate_rests_with_its_drafter_until_it_is_put_right()
    {
        var failing = Draft with { MissesGate = "attribute" };

        var failed = Office.Host.Start(_route, failing);
        var again = Office.Approve(_route, failed.Position, "correction", failing);
        var right = Office.Approve(_route, again.Position, "correction", Draft);

        Assert.That(failed.Automatic, Is.EqualTo((Passage[])[new Passage("submissionGate", "Fail")]));
        Assert.That(failed.Position.Active, Is.EqualTo((string[])["correction"]));
        Assert.That(failed.Opened.Single().Holders.Single().Role, Is.EqualTo("drafter"));
        Assert.That(again.Position.Active, Is.EqualTo((string[])["correction"]));
        Assert.That(again.Opened, Has.Count.EqualTo(1));
        Assert.That(right.Position.Active, Is.EqualTo((string[])["departmentHead"]));
    }

    [Test]
    public void Countersigning_is_one_activity_with_a_holder_for_each_issuer()
    {
        var countersign = Office.At(_route, Draft, "countersign");

        var back = Office.Host.Complete(
            _route, countersign, "countersign", "Approved", Draft with { MissesGate = "countersign" });
        var on = Office.Approve(_route, countersign, "countersign", Draft);

        Assert.That(back.Opened.Single().Activity, Is.EqualTo("countersign"));
        Assert.That(back.Opened.Single().Holders.Select(hold => hold.Department), Is.EqualTo((string[])["keji", "gongan"]));
        Assert.That(on.Position.Active, Is.EqualTo((string[])["signOff"]));
    }

    [Test]
    public void A_complete_case_waits_for_nobody()
    {
        var recheck = Office.At(_route, Draft, "recheck");

        var movement = Office.Approve(_route, recheck, "recheck", Draft);

        Assert.That(movement.Position.IsComplete, Is.True);
        Assert.That(movement.Opened, Is.Empty);
        Assert.That(movement.Position, Is.EqualTo(Office.Complete(_route, Draft)));
    }

    [TestCase("signOff", "Approved", "NOT_WAITING")]
    [TestCase("nowhere", "Approved", "UNKNOWN_STEP")]
    [TestCase("departmentHead", "Refused", "UNKNOWN_PORT")]
    public void A_step_can_only_be_finished_where_the_case_waits_and_by_a_way_out_it_has(
        string step, string port, string code)
    {
        var position = Office.Host.Start(_route, Draft).Position;

        Assert.That(
            () => Office.Host.Complete(_route, position, step, port, Draft),
            Throws.TypeOf<CannotMoveException>().With.Property("Code").EqualTo(code));
    }

    [Test]
    public void Steps_that_all_find_nothing_to_do_do_not_go_round_for_ever()
    {
        var route = RouteFile.Of("start>a", "a>sometimes", "sometimes>gate", "gate.Fail>sometimes", "gate.Pass>end").Route();
        var draft = new Draft { IsOrdinary = true, MissesGate = "attribute" };
        var position = Office.Host.Start(route, draft).Position;

        Assert.That(
            () => Office.Approve(route, position, "a", draft),
            Throws.TypeOf<CannotMoveException>().With.Property("Code").EqualTo("ENDLESS"));
    }

    [Test]
    public void A_join_that_another_host_has_left_waiting_in_vain_is_not_taken_for_a_complete_case()
    {
        var half = new Position(["legalityReview"], new Dictionary<string, IEnumerable<string>>(), null);

        Assert.That(
            () => Office.Approve(_route, half, "legalityReview", Draft),
            Throws.TypeOf<CannotMoveException>().With.Property("Code").EqualTo("STALLED"));
    }

    [Test]
    public void An_automatic_activity_cannot_keep_a_case()
    {
        var waiting = new OfficeActivity(
            OfficeActivity.Shapes["GovDocFlow.Gate"], (_, _) => new Arrival.Waits([new Hold("clerk", null)], false));
        var host = new EmbeddedHost<Draft>(new Dictionary<string, IActivity<Draft>>(OfficeActivity.All)
        {
            ["GovDocFlow.Gate"] = waiting,
        });

        Assert.That(() => host.Start(_route, Draft), Throws.InvalidOperationException.With.Message.Contains("submissionGate"));
    }
}
