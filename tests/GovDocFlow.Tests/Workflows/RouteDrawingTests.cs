using System.Globalization;
using System.Xml.Linq;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Workflows;

namespace GovDocFlow.Tests.Workflows;

internal sealed class RouteDrawingTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly RouteFolder Shipped =
        RouteFolder.Load(Path.Combine(TestOffice.Root, "workflows", "routes"), Activities.Shapes);

    private static IEnumerable<string> Routes() => Shipped.Routes.Select(route => route.DefinitionId);

    [TestCaseSource(nameof(Routes))]
    public void A_shipped_route_fits_the_width_and_no_box_covers_another(string name)
    {
        var boxes = Drawn(Shipped.Find(name)!).Descendants(Svg + "rect").Select(BoxOf).ToList();

        Assert.That(boxes, Has.Count.EqualTo(Shipped.Find(name)!.Activities.Count));
        Assert.That(boxes.Select(box => box.Left), Is.All.GreaterThanOrEqualTo(0));
        Assert.That(boxes.Select(box => box.Right), Is.All.LessThanOrEqualTo(1100));
        foreach (var (index, box) in boxes.Index())
        {
            Assert.That(boxes.Skip(index + 1).Where(box.Covers), Is.Empty);
        }
    }

    [TestCaseSource(nameof(Routes))]
    public void Every_arrow_begins_and_ends_at_the_edge_of_a_box(string name)
    {
        var route = Shipped.Find(name)!;
        var drawing = Drawn(route);
        var boxes = drawing.Descendants(Svg + "rect").Select(BoxOf).ToList();

        var ends = drawing.Descendants(Svg + "polyline")
            .Select(line => ((string)line.Attribute("points")!).Split(' '))
            .SelectMany(points => new[] { points[0], points[^1] })
            .Select(point => point.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())
            .ToList();

        Assert.That(ends, Has.Count.EqualTo(2 * route.Connections.Count));
        Assert.That(ends.Where(end => !boxes.Any(box => box.HasOnEdge(end[0], end[1]))), Is.Empty);
    }

    [Test]
    public void It_is_named_and_described_for_those_who_do_not_see_it()
    {
        var drawing = Drawn(Shipped.Find("government")!);

        var named = ((string)drawing.Attribute("aria-labelledby")!).Split(' ');
        Assert.That((string)drawing.Attribute("role")!, Is.EqualTo("img"));
        Assert.That(named, Is.EqualTo(new[]
        {
            (string)drawing.Element(Svg + "title")!.Attribute("id")!, (string)drawing.Element(Svg + "desc")!.Attribute("id")!,
        }));
        Assert.That(drawing.Element(Svg + "desc")!.Value, Does.Contain("部门负责人审定"));
    }

    [Test]
    public void How_a_step_stands_shows_without_any_colour()
    {
        var marks = new Dictionary<string, StepMark>
        {
            ["departmentHead"] = new(StepStanding.Done, "闻松年 03-09"),
            ["officeReview"] = new(StepStanding.Current, "纪明"),
            ["legalityReview"] = new(StepStanding.NotNeeded),
            ["signOff"] = new(StepStanding.ToCome),
        };

        var drawing = Drawn(Shipped.Find("government")!, marks);

        Assert.That(Words(drawing, "部门负责人审定"), Is.EqualTo("✓ 部门负责人审定闻松年 03-09"));
        Assert.That(Words(drawing, "核稿"), Is.EqualTo("▶ 核稿纪明"));
        Assert.That(Words(drawing, "合法性审核"), Is.EqualTo("– 合法性审核"));
        Assert.That(Group(drawing, "核稿").Element(Svg + "rect")!.Attribute("stroke-width")!.Value, Is.EqualTo("4"));
        Assert.That(Group(drawing, "签发").Element(Svg + "rect")!.Attribute("stroke-dasharray"), Is.Not.Null);
        Assert.That(drawing.Element(Svg + "desc")!.Value, Does.Contain("核稿（当前环节，纪明）").And.Contain("签发（未到）"));
    }

    [Test]
    public void Ports_are_named_where_there_is_more_than_one_way_out()
    {
        var labels = Drawn(Shipped.Find("government")!).Elements(Svg + "text").Select(text => text.Value).ToList();

        Assert.That(labels, Is.EquivalentTo(new[] { "通过", "不通过", "通过", "不通过" }));
    }

    [Test]
    public void Nothing_that_a_name_says_becomes_part_of_the_picture()
    {
        const string Name = "</text><script>alert('x')</script>&\"\u0001";
        var route = Shipped.Find("government")!;
        var marks = new Dictionary<string, StepMark> { ["officeReview"] = new(StepStanding.Current, Name) };

        var drawing = XElement.Parse(RouteDrawing.Draw(route, marks, caption: Name));

        Assert.That(drawing.Descendants().Select(element => element.Name.LocalName), Does.Not.Contain("script"));
        Assert.That(drawing.Element(Svg + "title")!.Value, Does.StartWith("</text><script>"));
    }

    [Test]
    public void A_case_with_its_drafter_starts_over_unless_somebody_waits_to_have_it_back()
    {
        var route = Shipped.Find("government")!;
        var decided = new HashSet<string> { "departmentHead" };
        var atReview = new Position(["officeReview"], NoArrivals, null);

        var over = RouteProgress.Of(route, new Position(["correction"], NoArrivals, null), decided);
        var back = RouteProgress.Of(route, new Position(["correction"], NoArrivals, atReview), decided);

        Assert.That(over["departmentHead"], Is.EqualTo(StepStanding.ToCome));
        Assert.That(back["departmentHead"], Is.EqualTo(StepStanding.Done));
        Assert.That(back["correction"], Is.EqualTo(StepStanding.Current));
        Assert.That(back["officeReview"], Is.EqualTo(StepStanding.ToCome));
        Assert.That(RouteProgress.Of(route, atReview, decided)["correction"], Is.EqualTo(StepStanding.NotNeeded));
    }

    [Test]
    public void A_branch_that_has_arrived_at_the_join_is_over_while_the_other_still_waits()
    {
        var arrived = new Dictionary<string, IEnumerable<string>> { ["join"] = ["disclosureReview:Approved"] };

        var standings = RouteProgress.Of(
            Shipped.Find("government")!, new Position(["legalityReview"], arrived, null), new HashSet<string> { "departmentHead", "officeReview" });

        Assert.That(standings["disclosureReview"], Is.EqualTo(StepStanding.NotNeeded));
        Assert.That(standings["legalityReview"], Is.EqualTo(StepStanding.Current));
        Assert.That(standings["fork"], Is.EqualTo(StepStanding.Done));
        Assert.That(standings["signOff"], Is.EqualTo(StepStanding.ToCome));
    }

    private static Dictionary<string, IEnumerable<string>> NoArrivals => [];

    private static XElement Drawn(Route route, IReadOnlyDictionary<string, StepMark>? marks = null) =>
        XElement.Parse(RouteDrawing.Draw(route, marks));

    private static XElement Group(XElement drawing, string name) =>
        drawing.Elements(Svg + "g").Single(group => group.Element(Svg + "title")!.Value.StartsWith(name, StringComparison.Ordinal));

    private static string Words(XElement drawing, string name) =>
        string.Concat(Group(drawing, name).Elements(Svg + "text").Select(text => text.Value));

    private static Rectangle BoxOf(XElement rect) => new(
        (double)rect.Attribute("x")!, (double)rect.Attribute("y")!, (double)rect.Attribute("width")!, (double)rect.Attribute("height")!);

    private sealed record Rectangle(double Left, double Top, double Width, double Height)
    {
        public double Right => Left + Width;

        public bool Covers(Rectangle other) =>
            other.Left < Right && Left < other.Right && other.Top < Top + Height && Top < other.Top + other.Height;

        public bool HasOnEdge(double x, double y) =>
            (x == Left || x == Right || y == Top || y == Top + Height)
            && x >= Left && x <= Right && y >= Top && y <= Top + Height;
    }
}
