using System.Text.Json;
using Microsoft.Playwright;

namespace GovDocFlow.Browser.Tests;

/// <summary>A browser window as an officer has it: 1366×768, in their language.</summary>
internal sealed class Window : IAsyncDisposable
{
    private const string Password = "govdocflow-demo";
    private const int Width = 1366;
    private const int Height = 768;

    private static readonly string Shots = Path.Combine(
        TestContext.CurrentContext.TestDirectory, "..", "..", "..", "TestResults", "screenshots");

    private readonly IBrowserContext _context;
    private readonly string _address;

    private Window(IBrowserContext context, IPage page, string address) => (_context, Page, _address) = (context, page, address);

    /// <summary>The page that it shows.</summary>
    public IPage Page { get; }

    /// <summary>What the scripts of its pages complained about.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Opens it.</summary>
    /// <param name="state">Of a window in which somebody signed in; null for nobody.</param>
    public static async Task<Window> OpenAsync(IBrowser browser, string address, string language, bool script, string? state)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = Width, Height = Height },
            Locale = language,
            TimezoneId = "Asia/Shanghai",
            JavaScriptEnabled = script,
            StorageState = state,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var window = new Window(context, await context.NewPageAsync(), address);
        window.Page.SetDefaultTimeout(15_000);
        window.Page.PageError += (_, error) => window.Complaints.Add(error);
        window.Page.Console += (_, message) =>
        {
            // A refused form is answered with its status, which the browser notes as a failed load.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                window.Complaints.Add(message.Text);
            }
        };
        return window;
    }

    /// <summary>Goes to a path of the host. Returns the status.</summary>
    public async Task<int> GoAsync(string path) => (await Page.GotoAsync(_address + path))!.Status;

    /// <summary>What the host sends for a path, as the signed-in officer would save it.</summary>
    public async Task<byte[]> DownloadAsync(string path) => await (await _context.APIRequest.GetAsync(_address + path)).BodyAsync();

    /// <summary>Signs in by the form.</summary>
    public async Task SignInAsync(string userName, string returnTo = "/")
    {
        await GoAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(returnTo));
        await Page.FillAsync("#UserName", userName);
        await Page.FillAsync("#Password", Password);
        await Page.ClickAsync("main button[type=submit]");
    }

    /// <summary>What makes another window signed in as well.</summary>
    public Task<string> StateAsync() => _context.StorageStateAsync();

    /// <summary>Forgets the sign-in, as when it expires.</summary>
    public Task ForgetSignInAsync() => _context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = "govdocflow" });

    /// <summary>Presses a key until what has the focus is as asked; fails where the focus cannot be seen, or never gets there.</summary>
    /// <param name="isThere">A function of script that judges the focused element.</param>
    public async Task PressUntilAsync(string key, string isThere)
    {
        const int Most = 120;
        for (var pressed = 0; pressed < Most; pressed++)
        {
            await Page.Keyboard.PressAsync(key);
            var unseen = await Page.EvaluateAsync<string?>(
                "() => { const e = document.activeElement, s = getComputedStyle(e);"
                + " return e === document.body || (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) ? null : e.outerHTML.slice(0, 120); }");
            Assert.That(unseen, Is.Null, "has the focus, and nobody sees it");
            if (await Page.EvaluateAsync<bool>($"() => ({isThere})(document.activeElement)"))
            {
                return;
            }
        }

        Assert.Fail($"{key} never reaches {isThere}");
    }

    /// <summary>Whether the page is wider than the window.</summary>
    public Task<bool> ScrollsSidewaysAsync() =>
        Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");

    /// <summary>Keeps a picture of the whole page with the test results.</summary>
    public Task ShootAsync(string name) =>
        Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Shots, name + ".png"), FullPage = true });

    /// <summary>What axe finds wrong with the page, one line each; empty where it finds nothing.</summary>
    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        // Injected by the debugger, so that the page's own policy against foreign script stays as it is.
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "axe.min.js")));
        var found = await Page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations"
            + ".flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')} ${n.failureSummary.replace(/\\s+/g, ' ')}`))");
        return [.. found.EnumerateArray().Select(line => line.GetString()!)];
    }

    /// <summary>Closes it.</summary>
    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
