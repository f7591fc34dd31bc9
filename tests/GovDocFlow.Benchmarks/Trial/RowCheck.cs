namespace GovDocFlow.Benchmarks.Trial;

/// <summary>Sees to it that a floor leaves as many rows behind as the product did.</summary>
internal static class RowCheck
{
    /// <exception cref="InvalidOperationException">A table grew by another number of rows.</exception>
    public static void Same(
        IReadOnlyDictionary<string, long> before,
        IReadOnlyDictionary<string, long> afterProduct,
        IReadOnlyDictionary<string, long> afterFloor)
    {
        var different = before.Keys.Where(
            table => afterProduct[table] - before[table] != afterFloor[table] - afterProduct[table]);
        if (different.FirstOrDefault(table => table != "sqlite_sequence") is { } name)
        {
            throw new InvalidOperationException($"The floor does not write the rows of {name} that the product writes.");
        }
    }
}
