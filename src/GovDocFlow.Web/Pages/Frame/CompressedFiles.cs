using Microsoft.AspNetCore.StaticFiles;

namespace GovDocFlow.Web.Pages.Frame;

/// <summary>Serves what the pages load: compressed when it was built, and kept by browsers until its content changes.</summary>
internal static class CompressedFiles
{
    private static readonly (string Coding, string Ending)[] Codings = [("br", ".br"), ("gzip", ".gz")];

    /// <summary>Serves them from <c>wwwroot</c>.</summary>
    public static IApplicationBuilder UseCompressedFiles(this IApplicationBuilder app)
    {
        var files = app.ApplicationServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider;
        app.Use((context, next) =>
        {
            var request = context.Request;
            if (request.Path.StartsWithSegments("/lib"))
            {
                var accepted = request.Headers.AcceptEncoding.ToString();
                foreach (var (coding, ending) in Codings)
                {
                    if (accepted.Contains(coding, StringComparison.Ordinal) && files.GetFileInfo(request.Path + ending).Exists)
                    {
                        request.Path += ending;
                        break;
                    }
                }
            }

            return next(context);
        });
        return app.UseStaticFiles(new StaticFileOptions { ContentTypeProvider = new Unwrapped(), OnPrepareResponse = Describe });
    }

    private static void Describe(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        headers.Vary = "Accept-Encoding";
        headers.CacheControl = file.Context.Request.Query.ContainsKey("v")
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        foreach (var (coding, ending) in Codings)
        {
            if (file.File.Name.EndsWith(ending, StringComparison.Ordinal))
            {
                headers.ContentEncoding = coding;
            }
        }
    }

    // app.css.br is a style sheet.
    private sealed class Unwrapped : IContentTypeProvider
    {
        private readonly FileExtensionContentTypeProvider _known = new();

        public bool TryGetContentType(string subpath, out string contentType)
        {
            foreach (var (_, ending) in Codings)
            {
                if (subpath.EndsWith(ending, StringComparison.Ordinal))
                {
                    subpath = subpath[..^ending.Length];
                }
            }

            return _known.TryGetContentType(subpath, out contentType!);
        }
    }
}
