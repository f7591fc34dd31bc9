using System.Text;

namespace GovDocFlow.Workflows;

/// <summary>Draws a route as a Mermaid flowchart, the same text for the same route.</summary>
public static class Mermaid
{
    /// <summary>
    /// The diagram, ending with a line break: people as boxes, gates as diamonds, ends as pills. Nothing that a route
    /// file says can add to it: names are escaped and ids replaced.
    /// </summary>
    public static string Draw(Route route)
    {
        var text = new StringBuilder("flowchart TD\n");
        var marks = route.Activities.Select((activity, at) => (activity.Id, Mark: $"n{at}")).ToDictionary(
            pair => pair.Id, pair => pair.Mark);
        foreach (var activity in route.Activities)
        {
            var (open, close) = Outline(activity);
            text.Append("    ").Append(marks[activity.Id])
                .Append(open).Append('"').Append(Escape(activity.Name)).Append('"').Append(close).Append('\n');
        }

        foreach (var connection in route.Connections)
        {
            text.Append("    ").Append(marks[connection.Source]).Append(" -->");
            if (Label(route[connection.Source], connection.Port) is { } label)
            {
                text.Append("|\"").Append(Escape(label)).Append("\"|");
            }

            text.Append(' ').Append(marks[connection.Target]).Append('\n');
        }

        return text.ToString();
    }

    private static (string Open, string Close) Outline(RouteActivity activity) => activity.Type switch
    {
        HostActivities.Start or HostActivities.End => ("([", "])"),
        HostActivities.Fork or HostActivities.Join => ("[[", "]]"),
        _ when activity.Shape.WaitsForPeople => ("[", "]"),
        _ => ("{", "}"),
    };

    // A port that is the only way out says nothing on a drawing, and a branch is named by where it leads.
    private static string? Label(RouteActivity activity, string port) =>
        activity.Shape.Ports.Count == 1 || activity.Type == HostActivities.Fork
            ? null
            : port switch
            {
                "Pass" => "通过",
                "Fail" => "不通过",
                "Approved" => "同意",
                _ => port,
            };

    private static string Escape(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (letter is '"' or '#' or '<' or '>' or '&' or '`' or '\\' || char.IsControl(letter))
            {
                text.Append('#').Append((int)letter).Append(';');
            }
            else
            {
                text.Append(letter);
            }
        }

        return text.ToString();
    }
}
