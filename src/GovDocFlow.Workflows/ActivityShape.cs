namespace GovDocFlow.Workflows;

/// <summary>What a route file may say about one kind of activity: a route is checked against it.</summary>
/// <param name="Type">The name under which route files call it, such as <c>GovDocFlow.Gate</c>.</param>
/// <param name="Ports">Every way out of it; each one needs an arrow in the file.</param>
/// <param name="RequiredInputs">Inputs without which a route file is refused; a blank value counts as missing.</param>
/// <param name="WaitsForPeople">
/// True where a case may rest: only such an activity may answer <see cref="Arrival.Waits"/>, and a loop needs one.
/// </param>
public sealed record ActivityShape(
    string Type,
    IReadOnlyList<string> Ports,
    IReadOnlyList<string> RequiredInputs,
    bool WaitsForPeople)
{
    /// <summary>Inputs that a file may leave out.</summary>
    public IReadOnlyList<string> OptionalInputs { get; init; } = [];

    /// <summary>The inputs whose values are a closed set; a value outside it stops the route.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> AllowedValues { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>
    /// The inputs that hold several values separated by commas, such as the gates of a gate; each single value
    /// must be allowed. Any other input is one value, commas included.
    /// </summary>
    public IReadOnlyList<string> ListInputs { get; init; } = [];

    /// <summary>
    /// True for the activity at which a case rests with its drafter. It is no step one can be sent back to by
    /// name, and what lies behind it is not "later" than it: the case starts over from there.
    /// </summary>
    public bool ReturnsToDrafter { get; init; }
}
