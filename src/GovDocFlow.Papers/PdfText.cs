using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace GovDocFlow.Papers;

/// <summary>The text of PDFs, by poppler's <c>pdftotext</c>, which runs as a process of its own.</summary>
public sealed class PdfText
{
    private const int CharactersRead = 4_000_000;
    private const int PagesRead = 50;
    private static readonly TimeSpan TimeAllowed = TimeSpan.FromSeconds(20);

    private readonly string? _program;

    /// <summary>Looks for the program on the host's PATH.</summary>
    public PdfText()
        : this(Environment.GetEnvironmentVariable("PATH"))
    {
    }

    /// <summary>Looks for the program in these folders.</summary>
    /// <param name="searchPath">Written as PATH is; null or empty finds nothing.</param>
    public PdfText(string? searchPath)
    {
        var name = OperatingSystem.IsWindows() ? "pdftotext.exe" : "pdftotext";
        _program = (searchPath ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Whether PDFs can be read here; without it none may be taken where its text has to be judged.</summary>
    public bool IsInstalled => _program is not null;

    /// <summary>
    /// The text of each page, of the first 50 at most, lines apart by <c>\n</c>; pages that could not be had within 20 seconds or four
    /// million characters are left out. Null where not even the first page was had: no program, an encrypted or a damaged file.
    /// Reads the stream from where it stands. No temporary file is written.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public async Task<IReadOnlyList<string>?> ReadAsync(Stream content, CancellationToken ct)
    {
        if (_program is null)
        {
            return null;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeAllowed);
        using var process = new Process { StartInfo = Command(_program) };
        var text = new StringBuilder();
        var pipes = Task.CompletedTask;
        try
        {
            process.Start();
            await using var stop = limit.Token.UnsafeRegister(_ => Stop(process), null);
            pipes = Task.WhenAll(FeedAsync(content, process, limit.Token), DrainAsync(process, limit.Token));
            await CollectAsync(process.StandardOutput, text, limit.Token);
        }
        catch (Exception fault) when (fault is Win32Exception or IOException or OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
        }
        finally
        {
            Stop(process);
            await pipes;
        }

        // Each page ends with a form feed, also an empty one; without any, not one page was read whole.
        var pages = text.ToString().Split('\f');
        return pages.Length > 1 ? pages[..^1] : null;
    }

    private static ProcessStartInfo Command(string program) =>
        new(program, ["-q", "-enc", "UTF-8", "-l", $"{PagesRead}", "-", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            UseShellExecute = false,
            CreateNoWindow = true,
        };

    private static async Task FeedAsync(Stream content, Process process, CancellationToken ct)
    {
        try
        {
            await content.CopyToAsync(process.StandardInput.BaseStream, ct);
            process.StandardInput.Close();
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            // It has read enough, or was stopped; what it wrote until then tells which.
        }
    }

    private static async Task DrainAsync(Process process, CancellationToken ct)
    {
        try
        {
            await process.StandardError.BaseStream.CopyToAsync(Stream.Null, ct);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            // Its complaints are read only so that it never waits for a reader.
        }
    }

    private static async Task CollectAsync(StreamReader output, StringBuilder text, CancellationToken ct)
    {
        var buffer = new char[16 * 1024];
        while (text.Length < CharactersRead && await output.ReadAsync(buffer, ct) is > 0 and var count)
        {
            text.Append(buffer, 0, count);
        }
    }

    private static void Stop(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception)
        {
            // It never started, or ended by itself meanwhile.
        }
    }
}
