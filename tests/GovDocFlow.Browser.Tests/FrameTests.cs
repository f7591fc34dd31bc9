using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace GovDocFlow.Browser.Tests;

internal sealed class FrameTests
{
    private static readonly string[] Everybody =
    [
        "drafter.keji", "head.keji", "reviewer", "disclosure", "legal", "signer", "clerk", "publisher", "officehead", "leader",
        "supervisor", "admin",
    ];

    [Test]
    public async Task The_sign_in_page_lists_the_demo_users_and_fills_the_form()
    {
        await using var window = await TheOffice.Anybody();
        await window.GoAsync("/documents?state=draft");
        await window.ShouldBeFineAsync("sign-in");

        await window.Page.ClickAsync("text=drafter.keji");
        await window.Page.ClickAsync("main button[type=submit]");

        Assert.That(window.Page.Url, Does.EndWith("/documents?state=draft"));
    }

    [Test]
    public async Task A_wrong_password_is_told_and_the_name_stays()
    {
        await using var window = await TheOffice.Anybody();
        await window.GoAsync("/sign-in");
        await window.Page.FillAsync("#UserName", "clerk");
        await window.Page.FillAsync("#Password", "wrong");

        await window.Page.ClickAsync("main button[type=submit]");

        Assert.That(await window.Page.InputValueAsync("#UserName"), Is.EqualTo("clerk"));
        Assert.That(await window.Page.TextContentAsync("[data-refused]"), Does.Contain("SIGN_IN_FAILED"));
        await window.ShouldBeFineAsync("sign-in-refused");
    }

    [TestCaseSource(nameof(Everybody))]
    public async Task Everybody_has_a_desk(string userName)
    {
        await using var window = await TheOffice.SignedIn(userName);

        var status = await window.GoAsync("/");

        Assert.That(status, Is.EqualTo(200));
        await window.ShouldBeFineAsync("desk-" + userName);
    }

    [TestCase("clerk")]
    [TestCase("supervisor")]
    [TestCase("drafter.keji")]
    public async Task Each_tile_opens_the_list_that_it_counts(string userName)
    {
        await using var window = await TheOffice.SignedIn(userName);
        await window.GoAsync("/");
        var tiles = await window.Page.Locator(".gf-tiles a").EvaluateAllAsync<string[][]>(
            "links => links.map(link => [link.getAttribute('href'), link.querySelector('strong').textContent])");

        var listed = new List<string[]>();
        foreach (var tile in tiles)
        {
            await window.GoAsync(tile[0] + (tile[0].Contains('?', StringComparison.Ordinal) ? "&" : "?") + "limit=200");
            listed.Add([tile[0], (await window.Page.Locator("[data-rows] > *").CountAsync()).ToString(null, null)]);
        }

        Assert.That(tiles, Has.Length.EqualTo(6));
        Assert.That(listed, Is.EqualTo(tiles));
    }

    [TestCase("/documents", "documents")]
    [TestCase("/documents?columns=number&columns=formed&columns=issued&columns=version&columns=normative&state=published", "documents-columns")]
    [TestCase("/documents?q=%E4%B8%8D%E4%BC%9A%E6%9C%89%E7%9A%84", "documents-none")]
    [TestCase("/tasks", "tasks")]
    [TestCase("/supervision", "supervision")]
    [TestCase("/notices", "notices")]
    [TestCase("/help", "help")]
    public async Task The_lists_are_fine(string path, string picture)
    {
        await using var window = await TheOffice.SignedIn("officehead");

        var status = await window.GoAsync(path);

        Assert.That(status, Is.EqualTo(200));
        await window.ShouldBeFineAsync(picture);
    }

    [Test]
    public async Task A_filter_stays_in_the_address_and_comes_back_with_the_page()
    {
        await using var window = await TheOffice.SignedIn("supervisor");
        await window.GoAsync("/documents");
        await window.Page.SelectOptionAsync("#kind", "notice");
        await window.Page.ClickAsync("main button:has-text('筛选')");
        var filtered = window.Page.Url;

        await window.GoAsync("/");
        await window.Page.GoBackAsync();

        Assert.That(window.Page.Url, Is.EqualTo(filtered));
        Assert.That(filtered, Does.Contain("kind=notice"));
        Assert.That(await window.Page.InputValueAsync("#kind"), Is.EqualTo("notice"));
    }

    [Test]
    public async Task A_list_is_taken_along_as_it_is_filtered()
    {
        await using var window = await TheOffice.SignedIn("supervisor");
        await window.GoAsync("/documents?kind=notice");
        var titles = await window.Page.Locator("[data-rows] a").AllInnerTextsAsync();

        var csv = Encoding.UTF8.GetString(await window.DownloadAsync("/documents/export?kind=notice&format=csv"));
        using var xlsx = new ZipArchive(new MemoryStream(await window.DownloadAsync("/documents/export?kind=notice&format=xlsx")));
        using var sheet = new StreamReader(xlsx.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var rows = await sheet.ReadToEndAsync();

        Assert.Multiple(() =>
        {
            Assert.That(csv, Does.StartWith("\uFEFF\"标题\""));
            Assert.That(csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('"')[1]), Is.EqualTo(titles));
            Assert.That(titles.Select(title => rows.IndexOf(title, StringComparison.Ordinal)), Is.Ordered.And.All.Positive);
            Assert.That(rows, Does.Match("<x:c s=\"2\"><x:v>4\\d{4}</x:v></x:c>"), "a day is a date");
        });
    }

    [Test]
    public async Task What_is_not_there_and_what_is_never_theirs_have_pages_of_their_own()
    {
        await using var window = await TheOffice.SignedIn("admin");

        var missing = await window.GoAsync("/no-such-page");
        await window.ShouldBeFineAsync("no-404");
        var never = await window.GoAsync("/documents");
        await window.ShouldBeFineAsync("no-403");

        Assert.That((missing, never), Is.EqualTo((404, 403)));
    }

    [Test]
    public async Task Pages_are_read_in_English_as_well()
    {
        await using var window = await TheOffice.SignedIn("officehead", language: "en");

        foreach (var (path, picture) in new[] { ("/", "en-desk"), ("/documents", "en-documents"), ("/supervision", "en-supervision") })
        {
            await window.GoAsync(path);
            await window.ShouldBeFineAsync(picture);
        }

        var words = await window.Page.Locator("nav, h1, th, .form-label").AllInnerTextsAsync();
        Assert.That(words, Is.Not.Empty.And.None.Matches<string>(text => Regex.IsMatch(text, "[\u4e00-\u9fff]")));
    }

    [Test]
    public async Task Without_script_one_signs_in_reads_and_switches_the_language()
    {
        await using var window = await TheOffice.Anybody(script: false);
        await window.SignInAsync("clerk", "/tasks");
        var title = await window.Page.TextContentAsync("h1");

        await window.Page.ClickAsync("button:has-text('English')");

        Assert.That(title, Is.EqualTo("待办"));
        Assert.That(await window.Page.TextContentAsync("h1"), Is.EqualTo("Tasks"));
        Assert.That(window.Page.Url, Does.EndWith("/tasks"));
    }

    [Test]
    public async Task Keys_move_in_a_list_and_can_be_turned_off()
    {
        await using var window = await TheOffice.SignedIn("supervisor");
        await window.GoAsync("/documents");
        var second = await window.Page.Locator("[data-rows] > * a").Nth(1).GetAttributeAsync("href");

        await window.Page.Keyboard.PressAsync("j");
        await window.Page.Keyboard.PressAsync("j");
        var focused = await window.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')");
        await window.Page.Keyboard.PressAsync("?");
        await window.ShouldBeFineAsync("keys");
        await window.Page.UncheckAsync("#keys [data-single-keys]");
        await window.Page.ClickAsync("#keys button");
        await window.Page.Keyboard.PressAsync("/");
        var searching = await window.Page.EvaluateAsync<string>("() => document.activeElement.id");

        Assert.That(focused, Is.EqualTo(second));
        Assert.That(searching, Is.Not.EqualTo("search"));
    }

    [Test]
    public async Task What_was_typed_survives_an_expired_sign_in()
    {
        await using var window = await TheOffice.SignedIn("officehead");
        await window.GoAsync("/supervision?open=true");
        await window.Page.Locator("details.gf-act summary").First.ClickAsync();
        await window.Page.Locator("textarea").First.FillAsync("正在督促，本周内发布。");
        await window.ForgetSignInAsync();
        await window.Page.Locator("main form button.btn-primary").First.ClickAsync();

        await window.Page.FillAsync("#Password", "govdocflow-demo");
        await window.Page.ClickAsync("main button[type=submit]");
        await window.Page.ClickAsync("main a:has-text('回到原页面')");
        await window.Page.ClickAsync("button:has-text('恢复')");

        Assert.That(window.Page.Url, Does.Contain("/supervision?open=true"));
        Assert.That(await window.Page.Locator("textarea").First.InputValueAsync(), Is.EqualTo("正在督促，本周内发布。"));
    }

    [Test]
    public async Task The_first_page_after_sign_in_is_light()
    {
        var bytes = 0L;

        // A new window has kept nothing: what the sign-in page would have loaded counts as well.
        await using var window = await TheOffice.SignedIn("clerk");
        window.Page.RequestFinished += async (_, request) =>
        {
            var sizes = await request.SizesAsync();
            Interlocked.Add(ref bytes, sizes.ResponseBodySize + sizes.ResponseHeadersSize);
        };
        await window.GoAsync("/");
        await window.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);

        TestContext.Out.WriteLine($"{bytes} bytes");
        Assert.That(bytes, Is.InRange(1, 300 * 1024));
    }
}
