using System.Globalization;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.UseCases;
using GovDocFlow.UseCases.Deadlines;
using GovDocFlow.UseCases.Desk;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Figures;
using GovDocFlow.UseCases.People;
using GovDocFlow.UseCases.Review;
using GovDocFlow.UseCases.Setup;
using GovDocFlow.UseCases.Trails;
using GovDocFlow.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GovDocFlow.Web.Api;

/// <summary>What the workplace shows beside documents and tasks: comparisons, routes, figures, the calendar, posts, the trail.</summary>
internal static class WorkplaceEndpoints
{
    private const string Svg = "image/svg+xml";

    public static void MapWorkplace(this IEndpointRouteBuilder routes)
    {
        var document = routes.MapGroup("/documents/{id:guid}");
        document.MapGet("/files/{fileId:guid}/preview", PreviewAsync)
            .WithSummary("A file as paragraphs and tables to read.");
        document.MapGet("/files/{oldFileId:guid}/compared-with/{newFileId:guid}", CompareAsync)
            .WithSummary("What changed between two versions of a file, by paragraph, table and word.");
        document.MapGet("/corrections", CorrectionsAsync).Takes<int>("n")
            .WithSummary("The items of a return notice with how each was settled.");
        document.MapGet("/route.svg", PictureAsync)
            .WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [Svg]))
            .WithSummary("The document's route as a picture: the way so far and who holds it now.");
        routes.MapGet("/routes", RoutesAsync)
            .WithSummary("The routes in force with the result of their check.");
        routes.MapGet("/figures", FiguresAsync)
            .Takes<DateOnly>("from").Takes<DateOnly>("to").Takes<string>("department")
            .WithSummary("The figures of a period, by department, with numerator and denominator.");
        routes.MapGet("/figures/{metric}/documents", FigureCasesAsync)
            .Takes<DateOnly>("from").Takes<DateOnly>("to").Takes<string>("department").Takes<bool>("counted").TakesPages()
            .WithSummary("The documents behind a figure.");
        routes.MapGet("/figures/returns/{code}", ReturnCasesAsync)
            .Takes<DateOnly>("from").Takes<DateOnly>("to").Takes<ReturnKind>("kind").Takes<string>("department").TakesPages()
            .WithSummary("The documents that came back for a reason.");
        routes.MapGet("/figures/waiting", WaitingCasesAsync)
            .Takes<int>("fromWorkingDays").Takes<int>("toWorkingDays").Takes<string>("department").TakesPages()
            .WithSummary("The open work that has waited for so many working days.");
        routes.MapGet("/calendar/months/{year:int}/{month:int}", MonthAsync)
            .WithSummary("A month of the working calendar with what is due on its days.");
        routes.MapPost("/calendar/feed", RenewFeedAsync).Refuses(413, 415)
            .WithSummary("Makes a new address for the asker's calendar feed; the old one ends.");
        routes.MapGet("/people", PeopleAsync).Takes<DateOnly>("on")
            .WithSummary("Who held which post on a day.");
        routes.MapPost("/users/{userName}/posts", ChangePostAsync).Refuses(413, 415)
            .WithSummary("Gives a person another post from a day on; earlier opinions keep the earlier title.");
        routes.MapGet("/sign-ins", SignInsAsync)
            .Takes<string>("userName").Takes<bool>("succeeded").Takes<DateOnly>("from").Takes<DateOnly>("to").TakesPages()
            .WithSummary("Sign-ins, tried and done, the newest first.");
        routes.MapGet("/trail", TrailAsync)
            .Takes<string>("subject").Takes<string>("actor").Takes<string>("verb").Takes<DateOnly>("from").Takes<DateOnly>("to")
            .Takes<string>("words").TakesPages()
            .WithSummary("The trail of the whole office, the newest first.");
        routes.MapGet("/phrases", PhrasesAsync).Takes<DecisionVerb>("verb")
            .WithSummary("The office's phrases and the asker's own.");
        routes.MapPost("/phrases", AddPhraseAsync).Refuses(413, 415)
            .WithSummary("Keeps a phrase of one's own.");
        routes.MapPut("/phrases/{id:guid}", ChangePhraseAsync).Refuses(413, 415)
            .WithSummary("Changes a phrase of one's own.");
        routes.MapDelete("/phrases/{id:guid}", RemovePhraseAsync)
            .WithSummary("Removes a phrase of one's own.");
    }

    /// <summary>Maps what calendar programs read: they cannot sign in, the address itself is the secret.</summary>
    public static void MapDueFeed(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/calendar/{token:length(43)}.ics", FeedAsync).ExcludeFromDescription();

    private static async Task<Ok<PreviewFile.Answer>> PreviewAsync(Guid id, Guid fileId, Call call) =>
        TypedResults.Ok(await call.SendAsync(new PreviewFile.Query(id, fileId)));

    private static async Task<Ok<CompareFiles.Answer>> CompareAsync(Guid id, Guid oldFileId, Guid newFileId, Call call) =>
        TypedResults.Ok(await call.SendAsync(new CompareFiles.Query(id, oldFileId, newFileId)));

    private static async Task<Ok<ReadCorrections.Answer>> CorrectionsAsync(Guid id, Call call)
    {
        var query = call.Query;
        var asked = new ReadCorrections.Query(id, query.Number("n"));
        query.Check();
        return TypedResults.Ok(await call.SendAsync(asked));
    }

    private static async Task<ContentHttpResult> PictureAsync(Guid id, Call call) =>
        TypedResults.Content((await call.SendAsync(new ReadRoutePicture.Query(id, InEnglish))).Svg, Svg);

    private static async Task<Ok<ReadRoutes.Answer>> RoutesAsync(Call call) =>
        TypedResults.Ok(await call.SendAsync(new ReadRoutes.Query(InEnglish)));

    private static async Task<Ok<ReadFigures.Answer>> FiguresAsync(Call call)
    {
        var query = call.Query;
        var asked = new ReadFigures.Query(query.RequiredDay("from"), query.RequiredDay("to"), query.Text("department"));
        query.Check();
        return TypedResults.Ok(await call.SendAsync(asked));
    }

    private static async Task<Ok<Page<ReadDocuments.Line>>> FigureCasesAsync(string metric, Call call)
    {
        var query = call.Query;
        var asked = new ReadFigureCases.Query(
            metric,
            query.RequiredDay("from"),
            query.RequiredDay("to"),
            query.Text("department"),
            query.Flag("counted"),
            query.Limit(),
            query.Text("cursor"));
        query.Check();
        return TypedResults.Ok(await call.SendAsync(asked));
    }

    private static async Task<Ok<Page<ReadReturnCases.Line>>> ReturnCasesAsync(string code, Call call)
    {
        var query = call.Query;
        var asked = new ReadReturnCases.Query(
            code,
            query.RequiredDay("from"),
            query.RequiredDay("to"),
            query.OneOf<ReturnKind>("kind"),
            query.Text("department"),
            query.Limit(),
            query.Text("cursor"));
        query.Check();
        return TypedResults.Ok(await call.SendAsync(asked));
    }

    private static async Task<Ok<Page<ReadWaitingCases.Line>>> WaitingCasesAsync(Call call)
    {
        var query = call.Query;
        var asked = new ReadWaitingCases.Query(
            query.Number("fromWorkingDays") ?? 0,
            query.Number("toWorkingDays"),
            query.Text("department"),
            query.Limit(),
            query.Text("cursor"));
        query.Check();
        return TypedResults.Ok(await call.SendAsync(asked));
    }

    private static async Task<Ok<ReadDueCalendar.Answer>> MonthAsync(int year, int month, Call call) =>
        TypedResults.Ok(await call.SendAsync(new ReadDueCalendar.Query(year, month)));

    // Without a key: the answer is a secret of which only the hash may be kept.
    private static async Task<Ok<Feed>> RenewFeedAsync(JsonBody<Nothing> body, Call call)
    {
        var feed = await call.SendAsync(new RenewDueFeed.Command());
        call.Context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Feed($"/calendar/{feed.Token}.ics", feed.Since));
    }

    private static async Task<Results<ContentHttpResult, NotFound>> FeedAsync(string token, Call call)
    {
        try
        {
            var feed = await call.SendAsync(new ReadDueFeed.Query(token));
            call.Context.Response.Headers.CacheControl = "private, no-cache";
            return TypedResults.Content(feed.Calendar, "text/calendar; charset=utf-8");
        }
        catch (NotFoundException)
        {
            return TypedResults.NotFound();
        }
    }

    private static async Task<Ok<ReadPeople.Answer>> PeopleAsync(Call call)
    {
        var query = call.Query;
        var asked = new ReadPeople.Query(query.Day("on"));
        query.Check();
        return TypedResults.Ok(await call.SendAsync(asked));
    }

    private static async Task<Ok<UserView>> ChangePostAsync(string userName, JsonBody<NewPost> body, Call call)
    {
        var post = body.Value;
        return TypedResults.Ok(await call.ActAsync(
            new ChangePost.Command(userName, post.Title, post.Department, post.Roles, post.From)));
    }

    private static async Task<Ok<Page<ReadSignInLog.Line>>> SignInsAsync(Call call)
    {
        var query = call.Query;
        var asked = new ReadSignInLog.Query(
            query.Text("userName"), query.Flag("succeeded"), query.Day("from"), query.Day("to"), query.Limit(), query.Text("cursor"));
        query.Check();
        return TypedResults.Ok(await call.SendAsync(asked));
    }

    private static async Task<Ok<Page<ReadTrail.Line>>> TrailAsync(Call call)
    {
        var query = call.Query;
        var asked = new ReadTrail.Query(
            query.Text("subject"),
            query.Text("actor"),
            query.Text("verb"),
            query.Day("from"),
            query.Day("to"),
            query.Text("words"),
            query.Limit(),
            query.Text("cursor"));
        query.Check();
        return TypedResults.Ok(await call.SendAsync(asked));
    }

    private static async Task<Ok<ReadPhrases.Answer>> PhrasesAsync(Call call)
    {
        var query = call.Query;
        var asked = new ReadPhrases.Query(query.OneOf<DecisionVerb>("verb"));
        query.Check();
        return TypedResults.Ok(await call.SendAsync(asked));
    }

    private static async Task<Created<Phrase>> AddPhraseAsync(JsonBody<PhraseBody> body, Call call) => TypedResults.Created(
        "/api/v1/phrases", await call.ActAsync(new SavePhrase.Command(null, body.Value.Verb, body.Value.Words)));

    private static async Task<Ok<Phrase>> ChangePhraseAsync(Guid id, JsonBody<PhraseBody> body, Call call) =>
        TypedResults.Ok(await call.SendAsync(new SavePhrase.Command(id, body.Value.Verb, body.Value.Words)));

    private static async Task<NoContent> RemovePhraseAsync(Guid id, Call call)
    {
        await call.SendAsync(new RemovePhrase.Command(id));
        return TypedResults.NoContent();
    }

    private static bool InEnglish => CultureInfo.CurrentUICulture.Name.StartsWith("en", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Where a calendar program reads an officer's due days.</summary>
/// <param name="Path">Shown this once.</param>
internal sealed record Feed(string Path, DateTimeOffset Since);

/// <summary>A post that somebody takes.</summary>
/// <param name="Department">The key of a department.</param>
/// <param name="From">The first day in it, not after today.</param>
internal sealed record NewPost(string Title, string Department, IReadOnlyList<Role> Roles, DateOnly From);

/// <summary>A phrase for opinions.</summary>
/// <param name="Verb">approve or return; null: for both.</param>
internal sealed record PhraseBody(string Words, DecisionVerb? Verb = null);
