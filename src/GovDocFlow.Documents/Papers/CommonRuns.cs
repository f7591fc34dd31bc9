namespace GovDocFlow.Documents.Papers;

/// <summary>The longest common subsequence of two sequences, after Myers (1986).</summary>
internal static class CommonRuns
{
    // The way back takes memory with the square of the differences; beyond this two sequences have little in common.
    private const int MostDifferences = 1500;

    /// <summary>The places that correspond, in order; where the two differ too much, only their common beginning and end.</summary>
    public static IReadOnlyList<(int Old, int New)> Of<T>(IReadOnlyList<T> old, IReadOnlyList<T> @new)
        where T : IEquatable<T>
    {
        var shorter = Math.Min(old.Count, @new.Count);
        var head = 0;
        while (head < shorter && old[head].Equals(@new[head]))
        {
            head++;
        }

        var tail = 0;
        while (tail < shorter - head && old[^(tail + 1)].Equals(@new[^(tail + 1)]))
        {
            tail++;
        }

        var pairs = new List<(int, int)>(shorter);
        for (var at = 0; at < head; at++)
        {
            pairs.Add((at, at));
        }

        pairs.AddRange(Middle(old, @new, head, old.Count - head - tail, @new.Count - head - tail));
        for (var left = tail; left > 0; left--)
        {
            pairs.Add((old.Count - left, @new.Count - left));
        }

        return pairs;
    }

    private static List<(int Old, int New)> Middle<T>(
        IReadOnlyList<T> old, IReadOnlyList<T> @new, int start, int oldCount, int newCount)
        where T : IEquatable<T>
    {
        if (oldCount == 0 || newCount == 0)
        {
            return [];
        }

        var most = Math.Min(oldCount + newCount, MostDifferences);
        var furthest = new int[(2 * most) + 3];
        var trace = new List<int[]>();
        for (var differences = 0; differences <= most; differences++)
        {
            for (var diagonal = -differences; diagonal <= differences; diagonal += 2)
            {
                var x = ComesDown(furthest, most, diagonal, differences)
                    ? furthest[most + diagonal + 2]
                    : furthest[most + diagonal] + 1;
                while (x < oldCount && x - diagonal < newCount && old[start + x].Equals(@new[start + x - diagonal]))
                {
                    x++;
                }

                furthest[most + diagonal + 1] = x;
                if (x >= oldCount && x - diagonal >= newCount)
                {
                    return WayBack(trace, start, oldCount, newCount);
                }
            }

            trace.Add(furthest[(most - differences)..(most + differences + 3)]);
        }

        return [];
    }

    private static bool ComesDown(int[] furthest, int most, int diagonal, int differences) =>
        diagonal == -differences
        || (diagonal != differences && furthest[most + diagonal] < furthest[most + diagonal + 2]);

    private static List<(int Old, int New)> WayBack(List<int[]> trace, int start, int oldCount, int newCount)
    {
        var pairs = new List<(int, int)>();
        var (x, y) = (oldCount, newCount);
        for (var differences = trace.Count; differences >= 0; differences--)
        {
            var (fromX, fromY) = (0, 0);
            if (differences > 0)
            {
                // A kept row is centred on its own number of differences.
                var row = trace[differences - 1];
                var diagonal = x - y;
                var centre = differences - 1;
                var before = ComesDown(row, centre, diagonal, differences) ? diagonal + 1 : diagonal - 1;
                fromX = row[centre + before + 1];
                fromY = fromX - before;
            }

            while (x > fromX && y > fromY)
            {
                x--;
                y--;
                pairs.Add((start + x, start + y));
            }

            (x, y) = (fromX, fromY);
        }

        pairs.Reverse();
        return pairs;
    }
}
