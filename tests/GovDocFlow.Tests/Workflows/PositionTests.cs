using GovDocFlow.Workflows;

namespace GovDocFlow.Tests.Workflows;

internal sealed class PositionTests
{
    private static readonly Dictionary<string, IEnumerable<string>> None = [];

    [Test]
    public void A_position_reads_back_as_it_was_written()
    {
        var first = new Position(["legalityReview"], new Dictionary<string, IEnumerable<string>>
        {
            ["join"] = ["disclosureReview:Approved"],
        }, null);
        var position = new Position(["correction"], None, new Position([], None, first));

        var read = Position.Parse(position.ToString());

        Assert.That(read, Is.EqualTo(position));
        Assert.That(read.IsComplete, Is.False);
        Assert.That(read.Resume!.IsComplete, Is.True);
        Assert.That(read.Resume.Resume!.Arrivals["join"], Is.EqualTo((string[])["disclosureReview:Approved"]));
    }

    [Test]
    public void The_order_in_which_things_happened_does_not_show()
    {
        var one = new Position(["a", "b"], None, null);
        var other = new Position(["b", "a", "b"], None, null);

        Assert.That(one, Is.EqualTo(other));
        Assert.That(one.GetHashCode(), Is.EqualTo(other.GetHashCode()));
        Assert.That(one, Is.Not.EqualTo(new Position(["a"], None, null)));
    }

    [Test]
    public void What_is_stored_stays_what_it_is()
    {
        var position = new Position(["b", "a"], new Dictionary<string, IEnumerable<string>> { ["join"] = ["c:Done"] }, null);

        Assert.That(position.ToString(), Is.EqualTo("""[{"at":["a","b"],"joins":{"join":["c:Done"]}}]"""));
    }

    [Test]
    public void Hundreds_of_returns_within_returns_can_still_be_read()
    {
        var position = new Position(["a"], None, null);
        for (var depth = 0; depth < 500; depth++)
        {
            position = new Position(["a"], None, position);
        }

        Assert.That(Position.Parse(position.ToString()), Is.EqualTo(position));
    }

    [TestCase("")]
    [TestCase("garbage")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("[{}]")]
    [TestCase("[7]")]
    [TestCase("""[{"at":"a"}]""")]
    [TestCase("""[{"at":[7]}]""")]
    [TestCase("""[{"at":[null]}]""")]
    [TestCase("""[{"at":[],"joins":[]}]""")]
    [TestCase("""[{"at":["a"]}""")]
    public void Anything_else_is_refused(string text)
    {
        Assert.That(() => Position.Parse(text), Throws.TypeOf<FormatException>());
    }
}
