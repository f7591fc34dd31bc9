namespace GovDocFlow.Workflows;

/// <summary>The host cannot do with this case what it was asked to; the position stays what it was.</summary>
public sealed class CannotMoveException : Exception
{
    private CannotMoveException(string code, string zh, string en)
        : base(en)
    {
        Code = code;
        Zh = zh;
    }

    /// <summary>
    /// Which of the reasons: <c>UNKNOWN_STEP</c>, <c>UNKNOWN_PORT</c>, <c>NOT_WAITING</c>, <c>NOT_EARLIER</c>,
    /// <c>NOT_NEEDED</c> (the step to return to has nothing to decide in this case), <c>ENDLESS</c>, <c>STALLED</c>.
    /// </summary>
    public string Code { get; }

    /// <summary>The reason in Chinese; <see cref="Exception.Message"/> says it in English.</summary>
    public string Zh { get; }

    internal static CannotMoveException UnknownStep(string id) =>
        new("UNKNOWN_STEP", $"流程中没有环节“{id}”。", $"The route has no activity '{id}'.");

    internal static CannotMoveException UnknownPort(string id, string port) =>
        new("UNKNOWN_PORT", $"环节“{id}”没有出口“{port}”。", $"Activity '{id}' has no port '{port}'.");

    internal static CannotMoveException NotWaiting(string id) =>
        new("NOT_WAITING", $"公文现在不在环节“{id}”。", $"The case does not wait at '{id}'.");

    internal static CannotMoveException NotEarlier(string id) => new(
        "NOT_EARLIER",
        $"环节“{id}”不在当前环节之前，不能退到那里。",
        $"'{id}' is no step before the one where the case waits, so it cannot be returned there.");

    internal static CannotMoveException NotNeeded(string id) => new(
        "NOT_NEEDED",
        $"本公文不需要环节“{id}”，不能退到那里。",
        $"This case needs nothing from '{id}', so it cannot be returned there.");

    internal static CannotMoveException Endless(string route) => new(
        "ENDLESS",
        $"流程“{route}”转个不停，没有到达任何需要人办理的环节。",
        $"In route '{route}' the case goes round and round without reaching anybody.");

    internal static CannotMoveException Stalled(string route) => new(
        "STALLED",
        $"流程“{route}”中公文无处可去：没有人办理，也没有结束。",
        $"In route '{route}' the case would rest with nobody and not be complete either.");
}
