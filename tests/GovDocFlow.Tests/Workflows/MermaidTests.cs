using System.Text.Json.Nodes;
using GovDocFlow.Workflows;

namespace GovDocFlow.Tests.Workflows;

internal sealed class MermaidTests
{
    [Test]
    public void A_route_is_drawn_with_what_people_call_its_steps()
    {
        var route = RouteFile.Of("start>gate", "gate.Pass>a", "gate.Fail>correction", "correction>gate", "a>end");
        route.Activity("a")["metadata"] = new JsonObject { ["displayText"] = "核稿" };

        var drawing = Mermaid.Draw(route.Route());

        Assert.That(drawing, Is.EqualTo(
            """
            flowchart TD
                n0(["start"])
                n1{"gate"}
                n2["核稿"]
                n3["correction"]
                n4(["end"])
                n0 --> n1
                n1 -->|"通过"| n2
                n1 -->|"不通过"| n3
                n3 --> n1
                n2 --> n4

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void A_name_cannot_add_to_the_drawing()
    {
        var file = RouteFile.Of("start>a", "a>end");
        file.Activity("a")["metadata"] = new JsonObject
        {
            ["displayText"] = "\"]\n click n0 \"x\" <b>#",
        };

        var drawing = Mermaid.Draw(file.Route());

        Assert.That(drawing, Does.Contain("n1[\"#34;]#10; click n0 #34;x#34; #60;b#62;#35;\"]"));
    }

    [TestCaseSource(typeof(RouteFile), nameof(RouteFile.ShippedIds))]
    public void Every_step_and_arrow_of_a_shipped_route_is_drawn(string id)
    {
        var route = RouteFile.Shipped(id).Route();

        var lines = Mermaid.Draw(route).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(lines, Has.Length.EqualTo(1 + route.Activities.Count + route.Connections.Count));
        Assert.That(route.Activities.Select(activity => activity.Name), Is.All.Matches<string>(
            name => lines.Any(line => line.Contains($"\"{name}\"", StringComparison.Ordinal))));
    }
}
