namespace GovDocFlow.Workflows;

/// <summary>A box of the drawing, in its units.</summary>
internal readonly record struct Box(double Left, double Top, double Width, double Height, int Band)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double CentreX => Left + (Width / 2);

    public double CentreY => Top + (Height / 2);
}

/// <summary>Where the boxes of a route stand: as in the designer, but in as many bands below each other as the width asks for.</summary>
internal sealed class RouteLayout
{
    public const double Width = 1100;
    public const double BoxWidth = 118;
    public const double BoxHeight = 62;
    public const double Gap = 36;

    private const int MostColumns = 7;
    private const double RowPitch = 100;
    private const double BandGap = 64;
    private const double Margin = 11;

    private readonly Dictionary<string, Box> _boxes = [];

    /// <summary>Lays the route out; what shares its left or upper edge in the designer shares it here.</summary>
    public RouteLayout(Route route)
    {
        var columns = Places(route.Activities.Select(activity => activity.X));
        var bands = Math.Max(1, (columns.Count + MostColumns - 1) / MostColumns);
        var perBand = Math.Max(1, (columns.Count + bands - 1) / bands);
        var top = BandGap / 2;
        foreach (var band in route.Activities.GroupBy(activity => columns[activity.X] / perBand).OrderBy(band => band.Key))
        {
            var rows = Places(band.Select(activity => activity.Y));
            foreach (var activity in band)
            {
                var left = Margin + (columns[activity.X] % perBand * (BoxWidth + Gap));
                _boxes[activity.Id] = new Box(
                    left, top + (rows[activity.Y] * RowPitch), BoxWidth, BoxHeight, band.Key);
            }

            top += ((rows.Count - 1) * RowPitch) + BoxHeight + BandGap;
        }

        Height = top;
    }

    public double Height { get; }

    public Box this[string activity] => _boxes[activity];

    /// <summary>The corners of an arrow from one box to another.</summary>
    /// <param name="branches">Whether other arrows leave the source too.</param>
    public IReadOnlyList<(double X, double Y)> Arrow(string source, string target, bool branches)
    {
        var (from, to) = (this[source], this[target]);
        if (to.Band != from.Band)
        {
            return BetweenBands(from, to);
        }

        if (to.Left > from.Left && to.Top == from.Top && !IsInTheWay(from, to))
        {
            return [(from.Right, from.CentreY), (to.Left, to.CentreY)];
        }

        if (to.Top == from.Top || to.Left == from.Left)
        {
            var lane = from.Bottom + (Gap / 2);
            return [(from.CentreX + 30, from.Bottom), (from.CentreX + 30, lane), (to.CentreX - 30, lane), (to.CentreX - 30, to.Bottom)];
        }

        // A branching source leaves up or down, a single one sideways, so that two arrows never share a corner.
        var isLower = to.Top > from.Top;
        var isRight = to.Left > from.Left;
        if (branches)
        {
            var (x, y) = (from.CentreX + 30, to.CentreY - 12);
            return [(x, isLower ? from.Bottom : from.Top), (x, y), (isRight ? to.Left : to.Right, y)];
        }

        var (turnX, startY) = (to.CentreX - 30, from.CentreY + 12);
        return [(isRight ? from.Right : from.Left, startY), (turnX, startY), (turnX, isLower ? to.Top : to.Bottom)];
    }

    private static List<(double X, double Y)> BetweenBands(Box from, Box to)
    {
        var down = to.Band > from.Band;
        var lane = down ? to.Top - (BandGap / 2) : from.Top - (BandGap / 2);
        return down
            ?
            [
                (from.Right, from.CentreY), (from.Right + (Gap / 2), from.CentreY), (from.Right + (Gap / 2), lane),
                (to.CentreX, lane), (to.CentreX, to.Top),
            ]
            : [(from.CentreX + 30, from.Top), (from.CentreX + 30, lane), (to.CentreX - 30, lane), (to.CentreX - 30, to.Bottom)];
    }

    private bool IsInTheWay(Box from, Box to) => _boxes.Values.Any(box =>
        box.Band == from.Band && box.Top == from.Top && box.Left > from.Left && box.Left < to.Left);

    private static Dictionary<double, int> Places(IEnumerable<double> edges) =>
        edges.Distinct().Order().Index().ToDictionary(edge => edge.Item, edge => edge.Index);
}
