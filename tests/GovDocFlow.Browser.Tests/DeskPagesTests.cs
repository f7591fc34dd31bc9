namespace GovDocFlow.Browser.Tests;

internal sealed class DeskPagesTests
{
    [TestCase("clerk", "/issue", "issue")]
    [TestCase("clerk", "/numbers", "numbers")]
    [TestCase("publisher", "/publish", "publish")]
    [TestCase("supervisor", "/deadlines", "deadlines")]
    [TestCase("supervisor", "/deadlines?status=running&certainty=firm&rule=publish.normative3wd", "deadlines-filtered")]
    [TestCase("admin", "/admin/people", "people")]
    [TestCase("admin", "/admin/calendar", "work-calendar")]
    [TestCase("admin", "/admin/calendar?year=2027", "work-calendar-unannounced")]
    [TestCase("admin", "/admin/rules", "rules")]
    public async Task The_desks_behind_review_are_fine(string userName, string path, string picture)
    {
        await using var window = await TheOffice.SignedIn(userName);

        var status = await window.GoAsync(path);

        Assert.That(status, Is.EqualTo(200));
        await window.ShouldBeFineAsync(picture);
    }

    [Test]
    public async Task Every_due_day_opens_how_it_is_counted()
    {
        await using var window = await TheOffice.SignedIn("supervisor");
        await window.GoAsync("/deadlines");
        var due = await window.Page.Locator("main tbody strong").First.TextContentAsync();

        await window.Page.Locator("main tbody a:has-text('怎么算的')").First.ClickAsync();
        await window.ShouldBeFineAsync("deadline");

        Assert.That(await window.Page.Locator("tr.gf-due td").First.TextContentAsync(), Is.EqualTo(due));
    }

    [Test]
    public async Task What_is_published_is_entered_and_taken_back_with_a_reason()
    {
        await using var window = await TheOffice.SignedIn("publisher");
        await window.GoAsync("/publish");
        var before = await window.Page.Locator("[data-rows] > *").CountAsync();
        await window.Page.Locator("[data-rows] a").First.ClickAsync();
        await window.ShouldBeFineAsync("publish-record");
        await window.Page.FillAsync("#url", "https://www.example.gov.cn/zwgk/1.html");

        await window.Page.ClickAsync("main button:has-text('登记')");
        await window.ShouldBeFineAsync("publish-recorded");
        var recorded = await window.Page.Locator("[role=status]").TextContentAsync();
        await window.Page.ClickAsync("details.gf-act >> nth=-1 >> summary");
        await window.Page.FillAsync("details[open] textarea", "网址登记有误。");
        await window.Page.ClickAsync("details[open] button");
        var withdrawn = await window.Page.Locator("[role=status]").TextContentAsync();
        await window.GoAsync("/publish");

        Assert.That((recorded, withdrawn), Is.EqualTo(("发布情况已登记。", "发布记录已撤回。")));
        Assert.That(await window.Page.Locator("[data-rows] > *").CountAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task An_address_that_is_none_is_told_beside_what_was_typed()
    {
        await using var window = await TheOffice.SignedIn("publisher", script: false);
        await window.GoAsync("/publish");
        await window.Page.Locator("[data-rows] a").First.ClickAsync();
        await window.Page.FillAsync("#url", "ftp://example.gov.cn/1.html");

        await window.Page.ClickAsync("main button:has-text('登记')");

        Assert.That(await window.Page.TextContentAsync("[data-refused]"), Does.Contain("http://"));
        Assert.That(await window.Page.InputValueAsync("#url"), Is.EqualTo("ftp://example.gov.cn/1.html"));
    }

    [Test]
    public async Task The_papers_are_printed_without_the_controls_and_kept_as_docx()
    {
        await using var window = await TheOffice.SignedIn("clerk");
        await window.GoAsync("/numbers");
        var document = (await window.Page.Locator("[data-rows] a").First.GetAttributeAsync("href"))!;
        await window.GoAsync($"{document}/sign-off-sheet");
        await window.ShouldBeFineAsync("paper-sign-off-sheet");

        await window.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await window.ShootAsync("paper-sign-off-sheet-printed");
        var controls = await window.Page.IsVisibleAsync("nav.gf-controls");
        var docx = await window.Page.APIRequest.GetAsync($"{TheOffice.Address}{document}/sign-off-sheet/docx");

        Assert.That(controls, Is.False);
        Assert.That(docx.Headers["content-type"], Does.Contain("wordprocessingml"));
        Assert.That((await docx.BodyAsync())[..2], Is.EqualTo("PK"u8.ToArray()));
    }

    [Test]
    public async Task Somebody_new_is_entered_and_struck_off_again()
    {
        await using var window = await TheOffice.SignedIn("admin");
        await window.GoAsync("/admin/people");
        await window.Page.FillAsync("#userName", "drafter.new");
        await window.Page.FillAsync("#name", "新同志");
        await window.Page.FillAsync("#title", "科员");
        await window.Page.SelectOptionAsync("#department", "keji");
        await window.Page.FillAsync("#password", "a-long-password");
        await window.Page.CheckAsync("input[name=Roles][value=drafter]");
        await window.Page.ClickAsync("main form:has(#userName) button");
        var added = await window.Page.Locator("[role=status]").TextContentAsync();

        await window.Page.Locator("tr:has-text('drafter.new') summary").ClickAsync();
        await window.Page.ClickAsync("details[open] button");

        Assert.That(added, Does.Contain("drafter.new"));
        Assert.That(await window.Page.Locator("tr:has-text('drafter.new')").TextContentAsync(), Does.Contain("已停用"));
    }

    [Test]
    public async Task The_desks_are_read_in_English_as_well()
    {
        await using var window = await TheOffice.SignedIn("supervisor", language: "en");

        foreach (var (path, picture) in new[] { ("/deadlines", "en-deadlines"), ("/publish", "en-publish"), ("/numbers", "en-numbers"), ("/admin/rules", "en-rules") })
        {
            await window.GoAsync(path);
            await window.ShouldBeFineAsync(picture);
        }

        var words = await window.Page.Locator("nav, h1, h2, th").AllInnerTextsAsync();
        Assert.That(string.Concat(words).Replace("中文", "", StringComparison.Ordinal), Does.Not.Match("[\u4e00-\u9fff]"));
    }
}
