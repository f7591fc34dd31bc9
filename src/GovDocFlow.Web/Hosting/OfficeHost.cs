using System.Globalization;
using GovDocFlow.UseCases;
using GovDocFlow.Web.Api;
using GovDocFlow.Web.Http;
using GovDocFlow.Web.Pages.Frame;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Localization;

namespace GovDocFlow.Web.Hosting;

/// <summary>Puts the host together.</summary>
internal static class OfficeHost
{
    private static readonly CultureInfo[] Cultures = [new("zh-CN"), new("en")];

    /// <summary>The host with its settings read and everything in its place; nothing is opened yet.</summary>
    /// <param name="settings">Settings of the command line: <c>--A:B=…</c>.</param>
    /// <exception cref="CannotStartException">A setting is wrong.</exception>
    public static WebApplication Build(string[] settings)
    {
        var builder = Builder(settings);
        builder.AddOfficeServices();
        builder.Services.AddHostedService<OpenOffice>();
        builder.Services.AddSchedule();
        builder.Services.AddInterfaceDescription();
        builder.Services.AddRequestLimits(builder.Configuration);
        builder.Services.AddAuthentication(TokenHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.SchemeName, null);
        builder.Services.AddAuthorization();
        builder.Services.AddOfficePages();
        builder.Services.ConfigureHttpJsonOptions(options => JsonFormat.Applied(options.SerializerOptions));
        builder.Services.Configure<RequestLocalizationOptions>(Languages);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = FileUpload.RequestLimit;
        });
        var app = builder.Build();
        app.UseOffice();
        return app;
    }

    /// <summary>The office without a host around it, for the verbs of the command line.</summary>
    /// <exception cref="CannotStartException">A setting is wrong.</exception>
    public static WebApplication BuildForVerbs(string[] settings)
    {
        var builder = Builder(settings);
        builder.Logging.ClearProviders();
        builder.AddOfficeServices();
        return builder.Build();
    }

    private static WebApplicationBuilder Builder(string[] settings) => WebApplication.CreateBuilder(
        new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });

    private static void AddOfficeServices(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var workflows = configuration["Workflows:Path"] is { Length: > 0 } path
            ? Path.GetFullPath(path)
            : Path.Combine(AppContext.BaseDirectory, "workflows");
        builder.Services.AddSingleton(HostClock.Of(configuration, builder.Environment));
        try
        {
            builder.Services.AddOffice(Adapted(
                new Settings(
                    configuration["Database:Provider"] ?? "Sqlite", configuration["Database:ConnectionString"] ?? "", workflows),
                builder.Environment));
        }
        catch (FormatException trouble)
        {
            throw new CannotStartException(
                $"Database:Provider 为“{configuration["Database:Provider"]}”，只能是 Sqlite 或 SqlServer。", trouble.Message);
        }
    }

    // The demo's password is known to all: slow hashes and locked names would only be in the way there.
    private static Settings Adapted(Settings settings, IHostEnvironment environment) => environment.IsDevelopment()
        ? settings with { PasswordIterations = 10_000, FailedSignInLimit = int.MaxValue }
        : settings;

    private static void Languages(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture(Cultures[0]);
        options.SupportedCultures = Cultures;
        options.SupportedUICultures = Cultures;
        options.RequestCultureProviders =
            [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
    }

    private static void UseOffice(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseProblems();
        app.UseOfficePages();
        app.UseStatusCodePages(Problems.AnswerStatusAsync);
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapInterfaceDescription();
        app.MapHealth();
        app.MapApi();
        app.MapOfficePages();
    }
}
