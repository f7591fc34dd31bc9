using GovDocFlow.Workflows;

namespace GovDocFlow.Tests.Workflows;

internal sealed class ParallelStepsTests
{
    private static readonly Draft Draft = new();

    [TestCase("disclosureReview", "legalityReview")]
    [TestCase("legalityReview", "disclosureReview")]
    public void The_case_goes_on_when_the_second_of_two_reviews_is_done_in_either_order(string first, string second)
    {
        var route = RouteFile.Shipped("government").Route();
        var both = Office.At(route, Draft, first, second);

        var one = Office.Approve(route, both, first, Draft);
        var two = Office.Approve(route, one.Position, second, Draft);

        Assert.That(one.Position.Active, Is.EqualTo((string[])[second]));
        Assert.That(one.Opened, Is.Empty);
        Assert.That(two.Opened.Select(opening => opening.Activity), Is.EqualTo((string[])["signOff"]));
        Assert.That(two.Position.Arrivals, Is.Empty);
    }

    [Test]
    public void A_review_that_does_not_apply_is_not_waited_for()
    {
        var route = RouteFile.Shipped("government").Route();
        var draft = new Draft { IsProactive = true };
        var review = Office.At(route, draft, "officeReview");

        var opened = Office.Approve(route, review, "officeReview", draft);
        var on = Office.Approve(route, opened.Position, "legalityReview", draft);

        Assert.That(opened.Position.Active, Is.EqualTo((string[])["legalityReview"]));
        Assert.That(on.Position.Active, Is.EqualTo((string[])["signOff"]));
    }

    [Test]
    public void Whatever_the_order_of_parallel_steps_the_case_passes_the_join_exactly_once()
    {
        var route = RouteFile.Of(
            "start>fork1", "fork1.one>a", "fork1.two>fork2", "fork1.three>b", "a>join1", "b>sometimes",
            "sometimes>join1", "fork2.one>c", "fork2.two>d", "c>e", "e>join2", "d>join2", "join2>f", "f>join1",
            "join1>signer", "signer>end").Route();
        var chance = new Random(20260213);
        var orders = new HashSet<string>();
        for (var round = 0; round < 4000; round++)
        {
            var draft = new Draft { IsOrdinary = chance.Next(2) == 0 };
            var position = Position.Parse(Office.Host.Start(route, draft).Position.ToString());
            var order = new List<string>();
            var advances = 0;
            while (!position.Active.Contains("signer"))
            {
                var step = position.Active[chance.Next(position.Active.Count)];
                order.Add(step);
                var movement = Office.Approve(route, position, step, draft);
                advances += movement.Opened.Count(opening => opening.Activity == "signer");
                position = Position.Parse(movement.Position.ToString());
            }

            orders.Add(string.Join(' ', order));
            Assert.That(advances, Is.EqualTo(1));
            Assert.That(position.ToString(), Is.EqualTo("""[{"at":["signer"]}]"""));
            Assert.That(order, Is.Unique.And.SupersetOf((string[])["a", "b", "c", "d", "e", "f"]));
        }

        Assert.That(orders, Has.Count.GreaterThan(300), "the interleavings really differ");
    }
}
