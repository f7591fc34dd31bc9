using Microsoft.Playwright;

namespace GovDocFlow.Browser.Tests;

internal sealed class ReviewTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task A_phrase_is_put_into_the_opinion_kept_and_removed(bool script)
    {
        var document = await CasePages.AtOfficeReviewAsync("巴中市科学技术局关于常用意见的通知");
        await using var reviewer = await TheOffice.SignedIn("reviewer", script: script);
        await reviewer.OpenTaskAsync(document);
        await reviewer.Page.FillAsync("#approval", "格式已核，");

        await reviewer.Page.ClickAsync("[data-phrases=approval] button:text-is('同意。')");
        var put = await reviewer.Page.InputValueAsync("#approval");
        await reviewer.Page.ClickAsync("[data-phrases=approval] button:has-text('存为常用意见')");
        await reviewer.Page.WaitForSelectorAsync("[role=status]:has-text('已存为常用意见')");
        await reviewer.LookAsync("review-phrases", script);
        var kept = await reviewer.Page.Locator("[data-phrases=approval] > button").AllInnerTextsAsync();
        var typed = await reviewer.Page.InputValueAsync("#approval");
        await reviewer.Page.ClickAsync("[data-phrases=approval] summary");
        await reviewer.Page.ClickAsync("[data-phrases=approval] li:has-text('格式已核') button");
        await reviewer.Page.WaitForSelectorAsync("[role=status]:has-text('已删除')");

        Assert.That((put, typed), Is.EqualTo(("格式已核，同意。", "格式已核，同意。")));
        Assert.That(kept, Does.Contain("格式已核，同意。"));
        Assert.That(
            await reviewer.Page.Locator("[data-phrases=approval] > button").AllInnerTextsAsync(), Does.Not.Contain("格式已核，同意。"));
    }

    [Test]
    public async Task An_empty_opinion_is_not_kept_as_a_phrase()
    {
        var document = await CasePages.AtOfficeReviewAsync("巴中市科学技术局关于空白意见的通知");
        await using var reviewer = await TheOffice.SignedIn("reviewer");
        await reviewer.OpenTaskAsync(document);

        await reviewer.Page.ClickAsync("[data-phrases=approval] button:has-text('存为常用意见')");

        Assert.That(await reviewer.Page.InnerTextAsync("[data-refused]"), Does.Contain("请填写内容"));
        Assert.That(await reviewer.Page.Locator("[data-phrases=approval]#words").CountAsync(), Is.EqualTo(1));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task The_attribute_is_changed_with_its_list_and_a_refusal_loses_nothing(bool script)
    {
        var document = await CasePages.AtOfficeReviewAsync("巴中市科学技术局关于部分公开的通知", "publicVersion");
        await using var reviewer = await TheOffice.SignedIn("reviewer", script: script);
        await reviewer.OpenTaskAsync(document);
        await reviewer.Page.ClickAsync("form[action*=Approve] summary:has-text('调整公开属性')");
        await reviewer.Page.CheckAsync("#attribute_value-partial");
        await reviewer.Page.SelectOptionAsync("#attribute_ground", "G3");
        await reviewer.Page.FillAsync("#attribute_explanation", "含第三方商业秘密。");
        await reviewer.Page.FillAsync("input[name='withheld.passage'] >> nth=0", "第二段中的报价");
        await reviewer.Page.SelectOptionAsync("select[name='withheld.ground'] >> nth=0", "G3");
        await reviewer.Page.ClickAsync("button:has-text('再加两行')");
        await reviewer.Page.FillAsync("input[name='withheld.passage'] >> nth=2", "附表一");
        await reviewer.Page.SelectOptionAsync("select[name='withheld.ground'] >> nth=2", "G4");

        await reviewer.Page.ClickAsync("form[action*=Approve] button.btn-primary");
        var refused = await reviewer.Page.InnerTextAsync("[data-refused]");
        await reviewer.LookAsync("review-attribute-refused", script);
        var passages = await reviewer.Page.Locator("input[name='withheld.passage']").EvaluateAllAsync<string[]>("fields => fields.map(field => field.value)");
        var explanation = await reviewer.Page.InputValueAsync("#attribute_explanation");
        await reviewer.Page.FillAsync("#approval", "报价属第三方商业秘密，改为部分公开。");
        await reviewer.Page.ClickAsync("form[action*=Approve] button.btn-primary");
        await reviewer.Page.WaitForURLAsync($"**/documents/{document}");

        Assert.That(refused, Does.Contain("写明理由"));
        Assert.That(passages, Does.Contain("第二段中的报价").And.Contain("附表一"));
        Assert.That(explanation, Is.EqualTo("含第三方商业秘密。"));
        Assert.That(await reviewer.Page.TextContentAsync("main"), Does.Contain("部分公开").And.Contain("第二段中的报价（G3").And.Contain("附表一（G4"));
    }

    [Test]
    public async Task A_list_that_is_missing_is_named_and_leads_to_its_fields()
    {
        var document = await CasePages.AtOfficeReviewAsync("巴中市科学技术局关于清单缺失的通知", "publicVersion");
        await using var reviewer = await TheOffice.SignedIn("reviewer");
        await reviewer.OpenTaskAsync(document);
        await reviewer.Page.ClickAsync("form[action*=Approve] summary:has-text('调整公开属性')");
        await reviewer.Page.CheckAsync("#attribute_value-partial");
        await reviewer.Page.SelectOptionAsync("#attribute_ground", "G3");
        await reviewer.Page.FillAsync("#approval", "改为部分公开。");

        await reviewer.Page.ClickAsync("form[action*=Approve] button.btn-primary");
        await reviewer.Page.ClickAsync("[data-refused] a >> nth=0");

        Assert.That(await reviewer.Page.InnerTextAsync("[data-refused]"), Does.Contain("ATTRIBUTE_UNLAWFUL"));
        Assert.That(await reviewer.Page.Locator(":target").CountAsync(), Is.EqualTo(1));
        Assert.That(await reviewer.Page.InputValueAsync("#approval"), Is.EqualTo("改为部分公开。"));
    }

    [Test]
    public async Task Enter_in_a_line_of_a_return_decides_nothing()
    {
        var document = await CasePages.AtOfficeReviewAsync("巴中市科学技术局关于误按回车的通知");
        await using var reviewer = await TheOffice.SignedIn("reviewer");
        await reviewer.OpenTaskAsync(document);
        var address = reviewer.Page.Url;
        await reviewer.Page.ClickAsync("details.gf-act summary");

        await reviewer.Page.FillAsync("input[name=Messages] >> nth=0", "尚未写完");
        await reviewer.Page.PressAsync("input[name=Messages] >> nth=0", "Enter");

        Assert.That(await reviewer.Page.InputValueAsync("input[name=Messages] >> nth=0"), Is.EqualTo("尚未写完"));
        Assert.That(await reviewer.Page.InputValueAsync("#opinion"), Is.Empty);
        Assert.That(reviewer.Page.Url, Is.EqualTo(address));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_decision_on_a_stale_page_is_told_who_acted_meanwhile(bool script)
    {
        var document = await CasePages.AtOfficeReviewAsync("巴中市科学技术局关于两处同时办理的通知");
        await using var first = await TheOffice.SignedIn("reviewer", script: script);
        await using var second = await TheOffice.SignedIn("reviewer", script: script);
        await first.OpenTaskAsync(document);
        await second.ApproveAsync(document, "同意。");
        await second.Page.WaitForURLAsync($"**/documents/{document}");
        var reviewer = await second.Page.InnerTextAsync(".gf-timeline li:last-child strong");

        await first.Page.FillAsync("#approval", "再核一遍。");
        await first.Page.ClickAsync("form[action*=Approve] button.btn-primary");

        Assert.That(await first.Page.InnerTextAsync("[data-refused]"), Does.Contain($"{reviewer}：审核通过").And.Contain("STALE"));
        Assert.That(await first.TextAsync(), Does.Contain("再核一遍。"));
        await first.LookAsync("review-stale", script);
    }

    [Test]
    public async Task A_decision_that_is_sent_twice_counts_once()
    {
        var document = await CasePages.AtOfficeReviewAsync("巴中市科学技术局关于重复点击的通知");
        await using var reviewer = await TheOffice.SignedIn("reviewer");
        await reviewer.OpenTaskAsync(document);
        await reviewer.Page.FillAsync("#approval", "只算一次。");

        var answers = await reviewer.Page.EvaluateAsync<int[]>(
            """
            async () => {
              const form = document.querySelector('form[action*=Approve]');
              const body = new URLSearchParams(new FormData(form));
              const sent = [1, 2].map(() => fetch(form.action, { method: 'POST', body }));
              return (await Promise.all(sent)).map(answer => answer.status);
            }
            """);
        await reviewer.GoAsync($"/documents/{document}");

        Assert.That(answers, Is.EqualTo(new[] { 200, 200 }));
        Assert.That(await reviewer.Page.Locator(".gf-timeline li:has-text('只算一次。')").CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_decision_needs_no_mouse_and_the_focus_is_always_seen()
    {
        const string Title = "巴中市科学技术局关于键盘办理的通知";
        var document = await CasePages.AtOfficeReviewAsync(Title);
        await using var reviewer = await TheOffice.SignedIn("reviewer");
        await reviewer.GoAsync("/tasks");

        await reviewer.PressUntilAsync("j", $"e => e.textContent === '{Title}'");
        await reviewer.Page.Keyboard.PressAsync("Enter");
        await reviewer.Page.WaitForURLAsync($"**/documents/{document}");
        await reviewer.PressUntilAsync("Tab", "e => e.matches('.gf-title a.btn-primary')");
        await reviewer.Page.Keyboard.PressAsync("Enter");
        await reviewer.Page.WaitForURLAsync("**/tasks/*");
        await reviewer.PressUntilAsync("Tab", "e => e.id === 'approval'");
        await reviewer.Page.Keyboard.InsertTextAsync("已核，同意。");
        await reviewer.PressUntilAsync("Tab", "e => e.matches('form[action*=Approve] button.btn-primary')");
        await reviewer.ShootAsync("review-keyboard");
        await reviewer.Page.Keyboard.PressAsync("Enter");
        await reviewer.Page.WaitForURLAsync($"**/documents/{document}");

        Assert.That(await reviewer.TextAsync(), Does.Contain("已办理：同意").And.Contain("已核，同意。"));
    }

    [Test]
    public async Task Single_keys_that_are_turned_off_do_nothing()
    {
        await using var supervisor = await TheOffice.SignedIn("supervisor");
        await supervisor.GoAsync("/documents");
        await supervisor.Page.Keyboard.PressAsync("?");
        await supervisor.Page.UncheckAsync("#keys [data-single-keys]");
        await supervisor.GoAsync("/documents");

        await supervisor.Page.Keyboard.PressAsync("j");
        await supervisor.Page.Keyboard.PressAsync("?");

        Assert.That(await supervisor.Page.Locator(".gf-here").CountAsync(), Is.Zero);
        Assert.That(await supervisor.Page.IsVisibleAsync("#keys"), Is.False);
    }

    [Test]
    public async Task At_twice_the_size_nothing_scrolls_sideways()
    {
        var document = await CasePages.AtOfficeReviewAsync("巴中市科学技术局关于放大显示的通知");
        await using var reviewer = await TheOffice.SignedIn("reviewer");
        await using var drafter = await TheOffice.SignedIn("drafter.keji");

        // What a window of 1366×768 shows at 200 %.
        await reviewer.Page.SetViewportSizeAsync(683, 384);
        await drafter.Page.SetViewportSizeAsync(683, 384);

        await reviewer.GoAsync($"/documents/{document}");
        await reviewer.ShouldBeFineAsync("zoom-case");
        await reviewer.OpenTaskAsync(document);
        await reviewer.Page.ClickAsync("form[action*=Approve] summary:has-text('调整公开属性')");
        await reviewer.Page.CheckAsync("#attribute_value-partial");
        await reviewer.Page.ClickAsync("details.gf-act summary");
        await reviewer.ShouldBeFineAsync("zoom-review");
        await drafter.StartDraftAsync("巴中市科学技术局关于放大拟稿的通知");
        await drafter.Page.CheckAsync("#attribute_value-partial");
        await drafter.ShouldBeFineAsync("zoom-draft");
    }

    [Test]
    public async Task A_pdf_is_shown_in_the_page_with_a_way_to_open_it()
    {
        await using var drafter = await TheOffice.SignedIn("drafter.keji");
        var document = await drafter.StartDraftAsync("巴中市科学技术局关于附图的通知");
        await drafter.UploadAsync("annex", new FilePayload { Name = "附图.pdf", MimeType = "application/pdf", Buffer = APaper.Pdf }, script: true);

        await drafter.GoAsync($"/documents/{document}");
        var frame = drafter.Page.Locator("iframe");

        Assert.That(await frame.GetAttributeAsync("title"), Does.Contain("附图.pdf"));
        Assert.That(await frame.GetAttributeAsync("src"), Does.EndWith("?look=true#navpanes=0"));
        Assert.That(await drafter.Page.Locator("a[target=_blank][href$='?look=true']").CountAsync(), Is.EqualTo(1));
        await drafter.ShouldBeFineAsync("case-pdf");
    }
}
