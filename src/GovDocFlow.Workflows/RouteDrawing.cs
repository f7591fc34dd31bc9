using System.Globalization;
using System.Text;

namespace GovDocFlow.Workflows;

/// <summary>What a drawing says of one activity besides its name.</summary>
/// <param name="Note">A short line under the name, such as who holds it; null for none.</param>
public sealed record StepMark(StepStanding Standing, string? Note = null);

/// <summary>Draws a route as an SVG picture that fits 1,100 pixels, the same text for the same input.</summary>
/// <remarks>
/// It holds no script, no style and no address, and nothing that a route file or a person's name says can add to it. How a
/// step stands shows by line and sign, never by colour alone.
/// </remarks>
public static class RouteDrawing
{
    private const int CharactersPerLine = 8;
    private const int LongestNote = 11;

    /// <summary>The picture, with a title and a description for those who do not see it.</summary>
    /// <param name="marks">How the activities stand in a case, by id; null draws the route alone.</param>
    /// <param name="caption">What the picture is called; null: the route's name.</param>
    /// <param name="inEnglish">Whether port labels and description are in English; names are as the route file has them.</param>
    public static string Draw(
        Route route, IReadOnlyDictionary<string, StepMark>? marks = null, string? caption = null, bool inEnglish = false)
    {
        var layout = new RouteLayout(route);
        var key = $"route-{route.Hash[..12]}";
        var svg = new StringBuilder(8192);
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{key}-title {key}-desc" """)
            .Append(CultureInfo.InvariantCulture, $"""viewBox="0 0 {RouteLayout.Width} {layout.Height}" width="{RouteLayout.Width}" height="{layout.Height}" """)
            .Append("font-family=\"sans-serif\" font-size=\"13\" fill=\"none\" stroke=\"#1a1a1a\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title id=\"{key}-title\">{Safe(caption ?? route.Name)}</title>\n")
            .Append(CultureInfo.InvariantCulture, $"<desc id=\"{key}-desc\">{Safe(Description(route, marks, inEnglish))}</desc>\n")
            .Append(CultureInfo.InvariantCulture, $"""<defs><marker id="{key}-tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8Z" fill="#1a1a1a" stroke="none"/></marker></defs>""")
            .Append('\n');
        foreach (var connection in route.Connections)
        {
            DrawArrow(svg, route, layout, connection, key, inEnglish);
        }

        foreach (var activity in route.Activities)
        {
            DrawBox(svg, activity, layout[activity.Id], marks?.GetValueOrDefault(activity.Id), inEnglish);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void DrawArrow(
        StringBuilder svg, Route route, RouteLayout layout, Connection connection, string key, bool inEnglish)
    {
        var source = route[connection.Source];
        var corners = layout.Arrow(connection.Source, connection.Target, source.Shape.Ports.Count > 1);
        var path = string.Join(' ', corners.Select(corner => string.Create(CultureInfo.InvariantCulture, $"{corner.X},{corner.Y}")));
        svg.Append(CultureInfo.InvariantCulture, $"""<polyline points="{path}" marker-end="url(#{key}-tip)"/>""").Append('\n');
        if (Label(source, connection.Port, inEnglish) is { } label)
        {
            var (start, next) = (corners[0], corners[1]);
            var (x, y) = start.Y == next.Y ? (start.X + 3, start.Y - 5) : (start.X + 4, start.Y + (next.Y > start.Y ? 14 : -6));
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{x}" y="{y}" font-size="11" fill="#1a1a1a" stroke="none">{Safe(label)}</text>""")
                .Append('\n');
        }
    }

    private static void DrawBox(StringBuilder svg, RouteActivity activity, Box box, StepMark? mark, bool inEnglish)
    {
        var (line, fill) = mark?.Standing switch
        {
            StepStanding.Current => ("stroke-width=\"4\"", "#ffffff"),
            StepStanding.Done => ("stroke-width=\"1.5\"", "#e6e6e6"),
            StepStanding.ToCome => ("stroke-dasharray=\"7 4\"", "#ffffff"),
            StepStanding.NotNeeded => ("stroke-dasharray=\"1 4\"", "#ffffff"),
            null => ("stroke-width=\"1.5\"", "#ffffff"),
        };
        var corner = activity.Type is HostActivities.Start or HostActivities.End ? RouteLayout.BoxHeight / 2
            : activity.Shape.WaitsForPeople ? 4 : 0;
        svg.Append("<g>").Append(CultureInfo.InvariantCulture, $"<title>{Safe(Described(activity, mark, inEnglish))}</title>")
            .Append(CultureInfo.InvariantCulture, $"""<rect x="{box.Left}" y="{box.Top}" width="{box.Width}" height="{box.Height}" rx="{corner}" fill="{fill}" {line}/>""");
        if (!activity.Shape.WaitsForPeople && activity.Type is not (HostActivities.Start or HostActivities.End))
        {
            // Automatic activities have double sides, as on paper flowcharts.
            svg.Append(CultureInfo.InvariantCulture, $"""<path d="M{box.Left + 5} {box.Top}V{box.Bottom}M{box.Right - 5} {box.Top}V{box.Bottom}"/>""");
        }

        var lines = Lines(activity.Name, mark);
        var y = box.CentreY - ((lines.Count - 1) * 8) + 5;
        foreach (var (index, text) in lines.Index())
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{box.CentreX}" y="{y + (index * 16)}" text-anchor="middle" fill="#1a1a1a" stroke="none">{Safe(text)}</text>""");
        }

        svg.Append("</g>\n");
    }

    private static List<string> Lines(string name, StepMark? mark)
    {
        // A sign and its blank are together as wide as one Chinese character.
        var sign = Sign(mark);
        var perLine = CharactersPerLine + (sign.Length / 2);
        var runes = (sign + name).EnumerateRunes().Select(rune => rune.ToString()).ToList();
        var lines = runes.Chunk(perLine).Take(2).Select(chunk => string.Concat(chunk)).ToList();
        if (runes.Count > 2 * perLine)
        {
            lines[1] = string.Concat(runes.Skip(perLine).Take(perLine - 1)) + "…";
        }

        if (mark?.Note is { } note)
        {
            lines.Add(note.Length > LongestNote ? note[..(LongestNote - 1)].TrimEnd('、', ' ') + "…" : note);
        }

        return lines;
    }

    private static string Sign(StepMark? mark) => mark?.Standing switch
    {
        StepStanding.Done => "✓ ",
        StepStanding.Current => "▶ ",
        StepStanding.NotNeeded => "– ",
        StepStanding.ToCome or null => "",
    };

    // A port that is the only way out says nothing on a drawing, and a branch is named by where it leads.
    private static string? Label(RouteActivity activity, string port, bool inEnglish) =>
        activity.Shape.Ports.Count == 1 || activity.Type == HostActivities.Fork
            ? null
            : (port, inEnglish) switch
            {
                ("Pass", false) => "通过",
                ("Fail", false) => "不通过",
                ("Approved", false) => "同意",
                _ => port,
            };

    private static string Description(Route route, IReadOnlyDictionary<string, StepMark>? marks, bool inEnglish)
    {
        var steps = route.Activities.Where(activity => marks is null || activity.Shape.WaitsForPeople)
            .Select(activity => Described(activity, marks?.GetValueOrDefault(activity.Id), inEnglish));
        return (inEnglish ? "Steps: " : "环节：") + string.Join(inEnglish ? "; " : "；", steps);
    }

    private static string Described(RouteActivity activity, StepMark? mark, bool inEnglish)
    {
        if (mark is null)
        {
            return activity.Name;
        }

        var standing = (mark.Standing, inEnglish) switch
        {
            (StepStanding.Done, false) => "已办",
            (StepStanding.Done, true) => "done",
            (StepStanding.Current, false) => "当前环节",
            (StepStanding.Current, true) => "current step",
            (StepStanding.ToCome, false) => "未到",
            (StepStanding.ToCome, true) => "to come",
            (StepStanding.NotNeeded, false) => "本件不经办",
            (StepStanding.NotNeeded, true) => "not needed here",
        };
        var note = mark.Note is null ? "" : inEnglish ? $", {mark.Note}" : $"，{mark.Note}";
        return inEnglish ? $"{activity.Name} ({standing}{note})" : $"{activity.Name}（{standing}{note}）";
    }

    private static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&':
                    safe.Append("&amp;");
                    break;
                case '<':
                    safe.Append("&lt;");
                    break;
                case '>':
                    safe.Append("&gt;");
                    break;
                case '"':
                    safe.Append("&quot;");
                    break;
                case < ' ' or 0xFFFE or 0xFFFF:
                    // No XML may hold these, however they are written.
                    safe.Append(' ');
                    break;
                default:
                    safe.Append(rune);
                    break;
            }
        }

        return safe.ToString();
    }
}
