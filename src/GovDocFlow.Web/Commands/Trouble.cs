using System.Globalization;
using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Web.Hosting;
using GovDocFlow.Web.Http;

namespace GovDocFlow.Web.Commands;

/// <summary>Says in one line what went wrong, without a stack trace.</summary>
internal static class Trouble
{
    /// <summary>The line for an exception, in the language of the command line.</summary>
    public static string Line(Exception trouble)
    {
        var english = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
        var text = trouble switch
        {
            CannotStartException { Why: var why } => Said(why),
            RefusedException or ValidationException or StaleException or NotFoundException => Refused(Problems.Of(trouble)),
            IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
                english ? $"The address is in use. {trouble.Message}" : $"监听地址已被占用。{trouble.Message}",
            _ => (english ? "Failed: " : "失败：") + Innermost(trouble).Message,
        };
        return text.ReplaceLineEndings(" ");
    }

    private static string Refused(Problem problem) => problem.Errors is [{ Field: null }]
        ? Said(problem.Title)
        : string.Join(' ', problem.Errors.Select(error =>
            error.Field is null ? Said(error.Message) : $"{error.Field}: {Said(error.Message)}"));

    private static string Said(Sentence sentence) => sentence.In(CultureInfo.CurrentUICulture.Name);

    private static Exception Innermost(Exception trouble) =>
        trouble is AggregateException or TypeInitializationException && trouble.InnerException is { } inner
            ? Innermost(inner)
            : trouble;
}
