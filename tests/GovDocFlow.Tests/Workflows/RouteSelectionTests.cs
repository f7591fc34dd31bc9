using GovDocFlow.Workflows;

namespace GovDocFlow.Tests.Workflows;

internal sealed class RouteSelectionTests
{
    [TestCase("government", false, false, "government")]
    [TestCase("government", false, true, "governmentNormative")]
    [TestCase("government", true, true, "joint")]
    [TestCase("governmentOffice", false, false, "governmentOffice")]
    [TestCase("governmentOffice", false, true, "governmentNormative")]
    [TestCase("department", false, false, "department")]
    [TestCase("department", false, true, "department")]
    [TestCase("department", true, false, "joint")]
    [TestCase("province", false, false, null)]
    public void The_first_line_that_fits_names_the_route(string level, bool joint, bool normative, string? route)
    {
        var json = File.ReadAllText(Path.Combine(RouteFile.Folder, "rules", "route-selection.json"));

        var selection = RouteSelection.Read("route-selection.json", json, RouteFile.ShippedIds);

        Assert.That(selection.Problems, Is.Empty);
        Assert.That(selection.Select(new RouteFacts(level, joint, normative)), Is.EqualTo(route));
    }

    [Test]
    public void A_draft_whose_route_is_not_there_does_not_slip_into_the_next_one()
    {
        const string Json = """[{"route":"joint","when":{"joint":true}},{"route":"government","when":{}}]""";

        var selection = RouteSelection.Read("route-selection.json", Json, ["government"]);

        Assert.That(selection.Problems.Select(problem => problem.Code), Is.EqualTo((string[])["UNKNOWN_ROUTE"]));
        Assert.That(selection.Select(new RouteFacts("government", true, false)), Is.EqualTo("joint"));
        Assert.That(selection.Select(new RouteFacts("government", false, false)), Is.EqualTo("government"));
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("[null]")]
    [TestCase("""[{"route":"government"}]""")]
    [TestCase("""[{"route":"government","when":null}]""")]
    [TestCase("""[{"when":{}}]""")]
    [TestCase("""[{"route":"government","when":{"normativ":true}}]""")]
    [TestCase("""[{"route":"government","when":{"normative":"yes"}}]""")]
    public void A_file_that_cannot_be_understood_selects_nothing(string json)
    {
        var selection = RouteSelection.Read("route-selection.json", json, RouteFile.ShippedIds);

        Assert.That(selection.Problems.Select(problem => problem.Code), Is.EqualTo((string[])["BAD_JSON"]));
        Assert.That(selection.Select(new RouteFacts("government", false, true)), Is.Null);
    }
}
