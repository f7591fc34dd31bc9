using System.Text.RegularExpressions;

namespace GovDocFlow.Browser.Tests;

internal sealed class ListTests
{
    [TestCase("到期日", "ascending", 1)]
    [TestCase("发文字号", "ascending", 1)]
    [TestCase("发文字号", "descending", 2)]
    [TestCase("起草日期", "descending", 1)]
    public async Task A_head_puts_the_list_in_its_order_also_without_script(string head, string order, int clicks)
    {
        await using var window = await TheOffice.SignedIn("supervisor", script: false);
        await window.GoAsync("/documents?kind=notice");

        for (var click = 0; click < clicks; click++)
        {
            await window.Page.ClickAsync($"th a:has-text('{head}')");
        }

        var column = await window.Page.Locator("th").AllInnerTextsAsync();
        var place = column.ToList().FindIndex(text => text.StartsWith(head, StringComparison.Ordinal)) + 1;
        var values = (await window.Page.Locator($"[data-rows] td:nth-child({place})").AllInnerTextsAsync()).Select(text => text.Trim()).ToList();
        var empty = values.SkipWhile(text => text.Length > 0).ToList();
        Assert.That(window.Page.Url, Does.Contain("kind=notice").And.Contain("sort="));
        Assert.That(await window.Page.Locator("th[aria-sort]").GetAttributeAsync("aria-sort"), Is.EqualTo(order));
        Assert.That(empty, Is.All.Empty, "what has no value stands last");
        if (head != "发文字号")
        {
            var valued = values.Take(values.Count - empty.Count).ToList();
            Assert.That(valued, order == "ascending" ? Is.Ordered : Is.Ordered.Descending);
        }
    }

    [Test]
    public async Task The_order_is_kept_by_the_filter_by_back_and_by_what_is_taken_along()
    {
        await using var window = await TheOffice.SignedIn("supervisor");
        await window.GoAsync("/documents?sort=-number");
        await window.ShouldBeFineAsync("documents-sorted");
        await window.Page.SelectOptionAsync("#kind", "notice");
        await window.Page.ClickAsync("main form button:has-text('筛选')");
        var filtered = window.Page.Url;
        var titles = await window.Page.Locator("[data-rows] td:first-child a").AllInnerTextsAsync();
        await window.Page.Locator("[data-rows] a").First.ClickAsync();

        await window.Page.GoBackAsync();
        var restored = await window.Page.Locator("[data-rows] td:first-child a").AllInnerTextsAsync();
        var csv = System.Text.Encoding.UTF8.GetString(
            await window.DownloadAsync("/documents/export?kind=notice&sort=-number&format=csv"));

        Assert.That(filtered, Does.Contain("sort=-number").And.Contain("kind=notice"));
        Assert.That(window.Page.Url, Is.EqualTo(filtered));
        Assert.That(restored, Is.EqualTo(titles));
        Assert.That(csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('"')[1]), Is.EqualTo(titles));
    }

    [Test]
    public async Task An_order_that_is_none_is_refused_in_words()
    {
        await using var window = await TheOffice.SignedIn("supervisor");

        var status = await window.GoAsync("/documents?sort=colour");

        Assert.That(status, Is.EqualTo(400));
        Assert.That(await window.Page.TextContentAsync("main"), Does.Contain("issuedAt"));
    }

    [TestCase("drafter.keji", "/documents/new", "拟稿")]
    [TestCase("drafter.keji", "/documents", "公文")]
    [TestCase("admin", "/admin/rules", "规则")]
    public async Task One_entry_of_the_navigation_is_the_current_one(string user, string path, string entry)
    {
        await using var window = await TheOffice.SignedIn(user);

        await window.GoAsync(path);

        var current = await window.Page.Locator(".gf-nav [aria-current]").AllInnerTextsAsync();
        Assert.That(current.Select(text => text.Trim()), Is.EqualTo(new[] { entry }));
    }

    [Test]
    public async Task Who_sees_no_documents_is_offered_no_search_for_them()
    {
        await using var admin = await TheOffice.SignedIn("admin");
        await admin.GoAsync("/");
        await admin.ShouldBeFineAsync("desk-admin-without-search");
        await using var clerk = await TheOffice.SignedIn("clerk");
        await clerk.GoAsync("/");

        Assert.That(
            (await admin.Page.Locator("#search").CountAsync(), await clerk.Page.Locator("#search").CountAsync()), Is.EqualTo((0, 1)));
    }

    [TestCase("th:has-text('自检退回')", "returns")]
    [TestCase("th:has-text('待办数')", "waiting")]
    public async Task Numbers_of_reasons_and_ages_open_their_cases(string head, string picture)
    {
        await using var window = await TheOffice.SignedIn("supervisor");
        await window.GoAsync("/figures");
        var links = window.Page.Locator($"table:has({head}) td.gf-number a");
        var texts = await links.AllTextContentsAsync();
        var first = texts.Select((text, index) => (Number: text.Split(' ')[0], index)).First(one => one.Number != "0");

        await links.Nth(first.index).ClickAsync();
        await window.ShouldBeFineAsync($"figure-{picture}");

        Assert.That(
            (await window.Page.Locator("[data-rows] > tr").CountAsync()).ToString(System.Globalization.CultureInfo.InvariantCulture),
            Is.EqualTo(first.Number));
    }

    [Test]
    public async Task All_notices_become_read_at_once()
    {
        await using var window = await TheOffice.SignedIn("head.zhujian");
        await window.GoAsync("/notices");
        await window.ShouldBeFineAsync("notices-unread");

        await window.Page.ClickAsync("main button:has-text('全部标为已读')");
        await window.ShouldBeFineAsync("notices-read");

        Assert.That(await window.Page.Locator("main .fw-bold, .gf-count").CountAsync(), Is.Zero);
        Assert.That(await window.Page.Locator("main button:has-text('全部标为已读')").CountAsync(), Is.Zero);
    }

    [TestCase("zh-CN", "[a-z][A-Z]", "trail-words")]
    [TestCase("en", "[a-z][A-Z]", "en-trail-words")]
    public async Task The_trail_is_read_in_words_and_not_in_the_names_of_fields(string language, string raw, string picture)
    {
        await using var window = await TheOffice.SignedIn("supervisor", language);
        await window.DownloadAsync("/documents/export?state=draft&sort=-issuedAt&format=csv");

        await window.GoAsync("/trail?limit=200");
        await window.ShouldBeFineAsync(picture);

        var details = await window.Page.Locator("[data-rows] td:last-child").AllInnerTextsAsync();
        var verbs = await window.Page.Locator("[data-rows] td:nth-child(3)").AllInnerTextsAsync();
        Assert.That(details.Concat(verbs).Where(text => Regex.IsMatch(Regex.Replace(text, "https?://\\S+|R\\d+", ""), raw)), Is.Empty);
    }

    [Test]
    public async Task The_rules_show_whom_each_rung_tells_and_which_switches_are_on()
    {
        await using var window = await TheOffice.SignedIn("admin");

        await window.GoAsync("/admin/rules");
        await window.ShouldBeFineAsync("rules-with-ladders");

        var ladder = await window.Page.Locator("table[aria-labelledby=ladder-publication], section:has(#ladder-publication) table").First.InnerTextAsync();
        Assert.That(ladder, Does.Contain("到期前 1 个工作日 09:00").And.Contain("公开发布员").And.Contain("第 1 至 20 个工作日").And.Contain("分管领导"));
        Assert.That(await window.Page.TextContentAsync("section:has(#return-rules)"), Does.Contain("规范性文件也须征求意见：是"));
    }
}
