namespace GovDocFlow.Browser.Tests;

internal sealed class DeskPagesTests
{
    [TestCase("clerk", "/issue", "issue")]
    [TestCase("clerk", "/numbers", "numbers")]
    [TestCase("publisher", "/publish", "publish")]
    [TestCase("supervisor", "/deadlines", "deadlines")]
    [TestCase("supervisor", "/deadlines?status=running&certainty=firm&rule=publish.normative3wd", "deadlines-filtered")]
    [TestCase("supervisor", "/deadlines/calendar", "due-calendar")]
    [TestCase("supervisor", "/deadlines/calendar?month=2027-01", "due-calendar-unannounced")]
    [TestCase("supervisor", "/figures", "figures")]
    [TestCase("supervisor", "/figures?metric=returned&department=keji", "figures-of-a-department")]
    [TestCase("supervisor", "/routes", "routes")]
    [TestCase("supervisor", "/routes/joint", "route")]
    [TestCase("supervisor", "/trail", "trail")]
    [TestCase("supervisor", "/trail?verb=issue&from=2026-09-01", "trail-filtered")]
    [TestCase("admin", "/admin/people", "people")]
    [TestCase("admin", "/admin/people/head.keji", "person")]
    [TestCase("admin", "/admin/organs", "organs")]
    [TestCase("admin", "/admin/sign-ins", "sign-ins")]
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
    public async Task A_publication_is_recorded_and_taken_back_with_a_reason()
    {
        await using var window = await TheOffice.SignedIn("publisher");
        await window.GoAsync("/publish");
        await window.Page.Locator("[data-rows] td:first-child a").First.ClickAsync();
        var document = window.Page.Url.Split('/')[^1];
        await window.ShouldBeFineAsync("publish-record");

        await window.Page.FillAsync("#url", "ftp://example.gov.cn/1.html");
        await window.Page.EvaluateAsync("() => document.querySelector('#url').form.noValidate = true");
        await window.Page.ClickAsync("main form button:has-text('登记')");
        var refused = await window.Page.TextContentAsync("[data-refused]");
        var kept = await window.Page.InputValueAsync("#url");
        await window.Page.FillAsync("#url", "https://www.example.gov.cn/zwgk/1.html");
        await window.Page.ClickAsync("main form button:has-text('登记')");
        await window.ShouldBeFineAsync("publish-recorded");
        var recorded = await window.Page.TextContentAsync("main [role=status]");
        await window.Page.ClickAsync("main details.gf-act summary");
        await window.Page.FillAsync("details[open] textarea", "网址登记有误。");
        await window.Page.ClickAsync("details[open] button");
        var withdrawn = await window.Page.TextContentAsync("main [role=status]");
        await window.GoAsync("/publish");

        Assert.That(refused, Does.Contain("http://"));
        Assert.That(kept, Is.EqualTo("ftp://example.gov.cn/1.html"));
        Assert.That((recorded, withdrawn), Is.EqualTo(("发布情况已登记。", "发布记录已撤回。")));
        Assert.That(await window.Page.Locator($"[data-rows] .gf-words a[href='/publish/{document}']").CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_number_opens_the_cases_that_it_counts()
    {
        await using var window = await TheOffice.SignedIn("supervisor");
        await window.GoAsync("/figures");
        var number = window.Page.Locator("main table a").Nth(3);
        var counted = (await number.TextContentAsync())!.Split(' ')[0];

        await number.ClickAsync();
        await window.ShouldBeFineAsync("figure-cases");

        Assert.That((await window.Page.Locator("[data-rows] > *").CountAsync()).ToString(null, null), Is.EqualTo(counted));
    }

    [Test]
    public async Task The_route_of_a_case_is_drawn_with_the_way_so_far()
    {
        await using var window = await TheOffice.SignedIn("supervisor");
        await window.GoAsync("/documents?state=underReview");
        var document = (await window.Page.Locator("[data-rows] a").First.GetAttributeAsync("href"))!;

        await window.GoAsync($"{document}/route");
        await window.ShouldBeFineAsync("case-route");

        Assert.That(await window.Page.Locator("svg[role=img] rect[stroke-width='4']").CountAsync(), Is.GreaterThan(0));
    }

    [Test]
    public async Task The_feed_has_an_address_that_is_shown_once()
    {
        await using var window = await TheOffice.SignedIn("leader");
        await window.GoAsync("/deadlines/calendar");
        await window.Page.ClickAsync("main form button");
        var address = await window.Page.InputValueAsync("#feed-address");

        var feed = await window.Page.APIRequest.GetAsync(address);
        await window.GoAsync("/deadlines/calendar");

        Assert.That(await feed.TextAsync(), Does.StartWith("BEGIN:VCALENDAR"));
        Assert.That(await window.Page.Locator("#feed-address").CountAsync(), Is.Zero);
    }

    [Test]
    public async Task Without_script_one_reads_what_is_due_and_the_figures()
    {
        await using var window = await TheOffice.SignedIn("supervisor", script: false);
        await window.GoAsync("/deadlines");
        await window.Page.SelectOptionAsync("#status", "running");
        await window.Page.ClickAsync("main form button");
        var states = await window.Page.Locator("main tbody td:nth-child(3)").AllInnerTextsAsync();
        await window.GoAsync("/figures");
        await window.ShootAsync("figures-without-script");

        Assert.That(states, Is.Not.Empty.And.All.EqualTo("计时中"));
        Assert.That(await window.Page.Locator("[data-chart]").First.IsVisibleAsync(), Is.False);
        Assert.That(await window.Page.Locator("main table").First.IsVisibleAsync(), Is.True);
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

        await window.Page.ClickAsync("a:has-text('drafter.new')");
        await window.Page.FillAsync("#title", "副主任科员");
        await window.Page.ClickAsync("main form:has(#title) button");
        var posts = await window.Page.Locator("main tbody tr").AllInnerTextsAsync();
        await window.Page.ClickAsync("details.gf-act summary");
        await window.Page.ClickAsync("details[open] button");
        await window.GoAsync("/admin/people");

        Assert.That(added, Does.Contain("drafter.new"));
        Assert.That(posts[^1], Does.Contain("副主任科员"));
        Assert.That(await window.Page.Locator("tr:has-text('drafter.new')").TextContentAsync(), Does.Contain("已停用"));
    }

    [Test]
    public async Task A_department_and_its_series_are_entered_and_a_taken_key_keeps_what_was_typed()
    {
        await using var window = await TheOffice.SignedIn("admin");
        await window.GoAsync("/admin/organs");
        await window.Page.FillAsync("#key", "keji");
        await window.Page.FillAsync("#name", "巴中市教育局");
        await window.Page.FillAsync("#shortName", "市教育局");
        await window.Page.ClickAsync("main form:has(#key) button");
        await window.ShouldBeFineAsync("organs-refused");
        var (refusal, typed) = (await window.Page.TextContentAsync("main [role=alert]"), await window.Page.InputValueAsync("#name"));

        await window.Page.FillAsync("#key", "jiaoyu");
        await window.Page.ClickAsync("main form:has(#key) button");
        await window.Page.FillAsync("#seriesName", "巴教规");
        await window.Page.FillAsync("#organ", "巴中市教育局");
        await window.Page.CheckAsync("input[name=Normative]");
        await window.Page.ClickAsync("main form:has(#seriesName) button");

        Assert.That((refusal!.Contains("已有单位使用", StringComparison.Ordinal), typed), Is.EqualTo((true, "巴中市教育局")));
        Assert.That(await window.Page.Locator("tr:has-text('jiaoyu')").TextContentAsync(), Does.Contain("市教育局"));
        Assert.That(await window.Page.Locator("tr:has-text('巴教规')").TextContentAsync(), Does.Contain("是"));
    }

    [Test]
    public async Task The_desks_are_read_in_English_as_well()
    {
        await using var window = await TheOffice.SignedIn("supervisor", language: "en");

        foreach (var (path, picture) in new[] { ("/deadlines", "en-deadlines"), ("/publish", "en-publish"), ("/numbers", "en-numbers"), ("/admin/rules", "en-rules"), ("/routes", "en-routes"), ("/trail", "en-trail"), ("/deadlines/calendar", "en-due-calendar"), ("/figures", "en-figures") })
        {
            await window.GoAsync(path);
            await window.ShouldBeFineAsync(picture);
            var words = await window.Page.Locator("nav, h1, h2, th, label").AllInnerTextsAsync();
            Assert.That(string.Concat(words), Does.Not.Match("[\u4e00-\u9fff]"), path);
        }
    }

    [Test]
    public async Task A_signed_document_gets_the_number_that_was_shown_before()
    {
        await using var clerk = await TheOffice.SignedIn("clerk");
        await clerk.GoAsync("/issue");
        await clerk.Page.Locator("[data-rows] a").First.ClickAsync();
        await clerk.ShouldBeFineAsync("issue-form");
        var shown = await clerk.Page.TextContentAsync("#series option[value='巴府发']");
        await clerk.Page.SelectOptionAsync("#series", "巴府发");

        await clerk.Page.ClickAsync("main form button:has-text('登记并印发')");
        await clerk.ShouldBeFineAsync("issued");

        var said = await clerk.Page.TextContentAsync("main [role=status]");
        Assert.That(said, Is.EqualTo($"{shown!.Split('→')[1].Trim()} 已登记印发。"));
    }
}
