using System.Text.Json.Nodes;
using GovDocFlow.Workflows;

namespace GovDocFlow.Tests.Workflows;

internal sealed class RouteReadingTests
{
    private static IEnumerable<TestCaseData> BrokenFiles()
    {
        TestCaseData Case(string code, string? activity, RouteFile file) =>
            new TestCaseData(code, activity, file.ToString()).SetName($"A_route_is_stopped_for_{code}_at_{activity}");

        yield return Case("NO_ROOT", null, Change(file => file.Definition.AsObject().Remove("root")));
        yield return Case("NO_DEFINITION_ID", null, Change(file => file.Definition.AsObject().Remove("definitionId")));
        yield return Case("NOT_A_FLOWCHART", null, Change(file => file.Definition["root"]!["type"] = "Elsa.Sequence"));
        yield return Case("NOT_A_FLOWCHART", null, Change(file => file.Definition["root"]!["connections"] = 3));
        yield return Case("NO_ID", null, Change(file => file.Activity("recheck").Remove("id")));
        yield return Case("DUPLICATE_ID", "signOff", RouteFile.Shipped("government").Add("signOff", "Elsa.End"));
        yield return Case("UNKNOWN_ACTIVITY", "recheck", Change(file => file.Activity("recheck")["type"] = "Elsa.Delay"));
        yield return Case("UNKNOWN_PORT", "recheck", RouteFile.Shipped("government").Connect("recheck", "Refused", "end"));
        yield return Case("UNKNOWN_TARGET", "recheck", RouteFile.Shipped("government").Connect("recheck", "Done", "x"));
        yield return Case("UNKNOWN_SOURCE", "x", RouteFile.Shipped("government").Connect("x", "Done", "end"));
        yield return Case(
            "UNREACHABLE", "fork1", RouteFile.Of("start>a", "a>end", "fork1.b>end"));
        yield return Case(
            "NO_WAY_OUT", "b", RouteFile.Of("start>gate", "gate.Pass>end", "gate.Fail>b", "b>c", "c>b"));
        yield return Case("MISSING_INPUT", "recheck", Change(file => file.Activity("recheck").Remove("role")));
        yield return Case("MISSING_INPUT", "recheck", RouteFile.Shipped("government").Set("recheck", "role", " "));
        yield return Case("MISSING_INPUT", "fork", Change(file => file.Activity("fork").Remove("branches")));
        yield return Case(
            "NOT_A_LITERAL", "recheck", RouteFile.Shipped("government").Set("recheck", "role", "x", "JavaScript"));
        yield return Case("NOT_A_LITERAL", "recheck", RouteFile.Shipped("government").Set("recheck", "role", "[{}]"));
        yield return Case("BAD_VALUE", "arrivalGate", RouteFile.Shipped("government").Set("arrivalGate", "gates", "x"));
        yield return Case(
            "BAD_VALUE", "arrivalGate", RouteFile.Shipped("government").Set("arrivalGate", "gates", "attribute,x"));
        yield return Case("BAD_VALUE", "officeReview", RouteFile.Shipped("government").Set("officeReview", "when", "no"));
        yield return Case(
            "BAD_VALUE",
            "officeReview",
            RouteFile.Shipped("government").Set("officeReview", "when", "always,notProactive"));
        yield return Case("BAD_VALUE", "join", RouteFile.Shipped("government").Set("join", "mode", "WaitAny"));
        yield return Case("LOOP_WITHOUT_PEOPLE", "gate1", RouteFile.Of(
            "start>gate1", "gate1.Pass>end", "gate1.Fail>gate2", "gate2.Fail>gate1", "gate2.Pass>end"));
        yield return Case("NO_START", null, RouteFile.Of("a>end"));
        yield return Case("NO_END", null, RouteFile.Of("start>a", "a>a"));
        yield return Case("SEVERAL_STARTS", "start2", RouteFile.Of("start1>a", "start2>a", "a>end"));
        yield return Case("OPEN_BRANCH", "fork", RouteFile.Shipped("government").Set("fork", "branches", "disclosure,legality,x"));
        yield return Case("OPEN_PORT", "arrivalGate", RouteFile.Shipped("government").Disconnect("arrivalGate", "Fail"));
        yield return Case(
            "AMBIGUOUS_PORT", "signOff", RouteFile.Shipped("government").Connect("signOff", "Approved", "end"));
        yield return Case("LONELY_JOIN", "join", RouteFile.Of("start>a", "a>join", "join>end"));
    }

    [TestCaseSource(nameof(BrokenFiles))]
    public void A_broken_file_is_stopped_with_place_and_reason(string code, string? activity, string json)
    {
        var reading = Route.Read("broken.json", json, OfficeActivity.Shapes);

        var problem = reading.Problems.SingleOrDefault(each => each.Code == code && each.Activity == activity);
        Assert.That(problem, Is.Not.Null, string.Join(Environment.NewLine, reading.Problems));
        Assert.That(reading.Route, Is.Null);
        Assert.That(problem!.File, Is.EqualTo("broken.json"));
        Assert.That(problem.Zh, Does.Match(@"\p{IsCJKUnifiedIdeographs}"));
        Assert.That(problem.En, Is.Not.Empty);
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("""{"definitionId":"a","definitionId":"b"}""")]
    public void Text_that_is_no_proper_json_is_stopped(string json)
    {
        var reading = Route.Read("broken.json", json, OfficeActivity.Shapes);

        Assert.That(reading.Problems.Select(problem => problem.Code), Is.EqualTo((string[])["BAD_JSON"]));
    }

    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("7")]
    [TestCase("""{"definitionId":"a","root":{"type":"Elsa.Flowchart","activities":[7,null,{}],"connections":[7,null,{}]}}""")]
    [TestCase("""{"definitionId":"a","root":{"type":"Elsa.Flowchart","activities":[],"connections":[]}}""")]
    public void Json_of_another_shape_is_stopped_and_never_throws(string json)
    {
        var reading = Route.Read("broken.json", json, OfficeActivity.Shapes);

        Assert.That(reading.Route, Is.Null);
        Assert.That(reading.Problems, Is.Not.Empty);
    }

    [Test]
    public void All_problems_of_a_file_are_named_at_once()
    {
        var file = RouteFile.Shipped("government").Set("officeReview", "when", "no").Disconnect("arrivalGate", "Fail");
        file.Activity("recheck").Remove("role");

        var reading = file.Read();

        Assert.That(
            reading.Problems.Select(Place),
            Is.EquivalentTo((string[])["officeReview BAD_VALUE", "recheck MISSING_INPUT", "arrivalGate OPEN_PORT"]));
    }

    [Test]
    public void A_branch_that_gets_round_the_join_is_stopped()
    {
        var file = RouteFile.Of(
            "start>fork", "fork.one>a", "fork.two>gate", "gate.Pass>join", "gate.Fail>end", "a>join", "join>end");

        Assert.That(file.Read().Problems.Select(Place), Is.EqualTo((string[])["end NOT_JOINED"]));
    }

    [Test]
    public void Branches_that_meet_in_a_step_without_a_join_are_stopped()
    {
        var file = RouteFile.Of("start>fork", "fork.one>a", "fork.two>b", "a>c", "b>c", "c>end");

        Assert.That(file.Read().Problems.Select(Place), Is.EqualTo((string[])["c NOT_JOINED"]));
    }

    [Test]
    public void A_join_of_two_ways_of_which_only_one_is_taken_is_stopped()
    {
        var file = RouteFile.Of("start>gate", "gate.Pass>a", "gate.Fail>b", "a>join", "b>join", "join>end");

        Assert.That(file.Read().Problems.Select(Place), Is.EqualTo((string[])["join STALLS"]));
    }

    [Test]
    public void A_route_has_what_the_file_says()
    {
        var file = RouteFile.Shipped("joint");

        var route = file.Route();

        Assert.That((route.DefinitionId, route.Name, route.Version), Is.EqualTo(("joint", "联合发文", 1)));
        Assert.That(route.Content, Is.EqualTo(file.ToString()));
        Assert.That((route["signOff"].Name, route["signOff"].Inputs["departmentRole"]), Is.EqualTo(("签发", "head")));
        Assert.That((route["fork"].X, route["fork"].Y), Is.EqualTo((1200d, 160d)));
        Assert.That(route["fork"].Shape.Ports, Is.EqualTo((string[])["disclosure", "legality"]));
        Assert.That(
            () => route["nowhere"],
            Throws.TypeOf<CannotMoveException>().With.Property("Code").EqualTo("UNKNOWN_STEP"));
    }

    [Test]
    public void The_hash_tells_contents_apart_and_nothing_else()
    {
        var file = RouteFile.Shipped("government");
        var before = file.Route();

        var same = RouteFile.Shipped("government").Route();
        var changed = file.Set("recheck", "role", "other").Route();

        Assert.That(before.Hash, Does.Match("^[0-9a-f]{64}$"));
        Assert.That(same.Hash, Is.EqualTo(before.Hash));
        Assert.That(changed.Hash, Is.Not.EqualTo(before.Hash));
    }

    [TestCase("""["disclosure","legality"]""")]
    [TestCase("disclosure, legality")]
    public void A_list_may_be_written_as_text_or_as_an_array_in_text(string branches)
    {
        var route = RouteFile.Shipped("government").Set("fork", "branches", branches).Route();

        Assert.That(route["fork"].Shape.Ports, Is.EqualTo((string[])["disclosure", "legality"]));
    }

    [Test]
    public void A_list_may_be_written_as_an_array()
    {
        var file = RouteFile.Shipped("government");
        file.Activity("fork")["branches"]!["expression"]!["value"] = new JsonArray("disclosure", "legality");

        Assert.That(file.Route()["fork"].Shape.Ports, Is.EqualTo((string[])["disclosure", "legality"]));
    }

    private static string Place(RouteProblem problem) => $"{problem.Activity} {problem.Code}";

    private static RouteFile Change(Action<RouteFile> change)
    {
        var file = RouteFile.Shipped("government");
        change(file);
        return file;
    }
}
