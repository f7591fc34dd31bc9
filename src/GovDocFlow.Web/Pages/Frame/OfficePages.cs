using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using GovDocFlow.Web.Pages.Documents;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;

namespace GovDocFlow.Web.Pages.Frame;

/// <summary>Puts the pages into the host.</summary>
internal static class OfficePages
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddOfficePages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddRazorPages(pages =>
        {
            pages.Conventions.AddFolderApplicationModelConvention(
                "/Documents", page => Array.ForEach([.. ListAddress.Parameters], page.EndpointMetadata.Add));
        });
        services.Configure<MvcOptions>(mvc =>
        {
            mvc.Filters.Add<FrameLoading>();
            mvc.Filters.Add<NoPage>();
            mvc.Filters.Add<PageHeaders>();
        });
        services.Configure<AntiforgeryOptions>(antiforgery => antiforgery.Cookie.Name = "govdocflow-form");
        services.Configure<CookieTempDataProviderOptions>(told => told.Cookie.Name = "govdocflow-told");

        // Chinese text as it is, and not as six letters for each character.
        services.Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddResponseCompression(options =>
        {
            // What a page repeats from its address is escaped, and its antiforgery token differs each time.
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        return services;
    }

    /// <summary>What lies around the pages; comes before routing.</summary>
    public static IApplicationBuilder UseOfficePages(this IApplicationBuilder app)
    {
        app.UseWhen(
            context => IsForPeople(context.Request.Path),
            people => people
                .UseResponseCompression()
                .UseExceptionHandler("/no")
                .UseStatusCodePagesWithReExecute("/no", "?status={0}")
                .UseCompressedFiles());
        return app;
    }

    /// <summary>Maps them.</summary>
    public static void MapOfficePages(this IEndpointRouteBuilder routes) => routes.MapRazorPages();

    private static bool IsForPeople(PathString path) =>
        !path.StartsWithSegments("/api") && !path.StartsWithSegments("/openapi") && !path.StartsWithSegments("/health");
}
