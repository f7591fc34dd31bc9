namespace GovDocFlow.Browser.Tests;

internal sealed class CaseTests
{
    private static readonly string[] Body = ["# 关于开放实验室的通知", "各有关单位：", "自四月起开放。"];
    private static readonly string[] Corrected = ["# 关于开放实验室的通知", "各有关单位：", "自五月一日起开放，免收费用。"];

    [TestCase(true)]
    [TestCase(false)]
    public async Task With_and_without_script_a_draft_is_submitted_returned_corrected_and_approved(bool script)
    {
        await using var drafter = await TheOffice.SignedIn("drafter.keji", script: script);
        await using var head = await TheOffice.SignedIn("head.keji", script: script);
        await using var reviewer = await TheOffice.SignedIn("reviewer", script: script);
        var document = await drafter.StartDraftAsync("巴中市科学技术局关于开放实验室的通知");
        await drafter.UploadAsync("body", APaper.Saying("正文.docx", Body), script);
        await drafter.Page.ClickAsync("#submission button");
        await drafter.Page.WaitForURLAsync($"**/documents/{document}");
        await drafter.LookAsync("case-submitted", script);

        await head.OpenTaskAsync(document);
        await head.LookAsync("review-head", script);
        await head.ApproveAsync(document, "同意报送。");
        await reviewer.OpenTaskAsync(document);
        await reviewer.Page.ClickAsync("details.gf-act summary");
        await reviewer.Page.FillAsync("input[name=Messages] >> nth=0", "开放时间不明确");
        await reviewer.Page.FillAsync("input[name=Places] >> nth=0", "第 3 段");
        await reviewer.Page.CheckAsync("input[name=ThenBack][value=true]");
        await reviewer.LookAsync("review-return", script);
        await reviewer.Page.ClickAsync("button.btn-danger");
        var returned = await reviewer.TextAsync();
        await reviewer.LookAsync("case-returned", script);

        await drafter.GoAsync($"/documents/{document}/edit");
        await drafter.UploadAsync("body", APaper.Saying("正文.docx", Corrected), script);
        await drafter.Page.CheckAsync("input[name='answer-1.status'][value=fixed]");
        await drafter.Page.FillAsync("#answer-1", "已写明开放时间。");
        await drafter.Page.WaitForSelectorAsync("#corrections a:has-text('逐字比较')");
        await drafter.LookAsync("draft-returned", script);
        await drafter.Page.ClickAsync("#submission button");
        await drafter.Page.WaitForURLAsync($"**/documents/{document}");
        var resubmitted = await drafter.Page.TextContentAsync("main");
        await head.ApproveAsync(document, "同意。");
        await reviewer.OpenTaskAsync(document);
        await reviewer.LookAsync("review-corrected", script);
        await reviewer.Page.ClickAsync("text=逐字比较");
        await reviewer.LookAsync("compare", script);
        var difference = await reviewer.TextAsync();
        await reviewer.ApproveAsync(document, "同意。");

        Assert.That(returned, Does.Contain("退回修改").And.Contain("开放时间不明确").And.Contain("第 3 段").And.Contain("退文〔2026〕"));
        Assert.That(resubmitted, Does.Contain("已报送").And.Contain("已整改"));
        Assert.That(difference, Does.Contain("免收费用"));
        Assert.That(await reviewer.TextAsync(), Does.Contain("已办理：同意").And.Contain("当前环节"));
        await reviewer.LookAsync("case-approved", script: false);
    }

    [Test]
    public async Task A_submission_with_defects_comes_back_at_once_with_its_notice()
    {
        await using var window = await TheOffice.SignedIn("drafter.keji");
        var document = await window.StartDraftAsync("巴中市科学技术局关于自检的通知");

        await window.Page.ClickAsync("#submission button");
        await window.Page.WaitForSelectorAsync(".gf-notice");

        Assert.That(await window.Page.InnerTextAsync(".gf-notice"), Does.Contain("自检退回").And.Contain("R19"));
        await window.ShouldBeFineAsync("draft-self-check");
        await window.GoAsync($"/documents/{document}");
        await window.ShouldBeFineAsync("case-self-check");
    }

    [Test]
    public async Task What_is_unsaved_is_saved_before_it_is_submitted()
    {
        await using var window = await TheOffice.SignedIn("drafter.keji");
        var document = await window.StartDraftAsync("巴中市科学技术局关于先存后报的通知");
        await window.UploadAsync("body", APaper.Saying("正文.docx", Body), script: true);

        await window.Page.FillAsync("#phone", "0827-1234567");
        await window.Page.ClickAsync("#submission button");
        await window.Page.WaitForURLAsync($"**/documents/{document}");

        Assert.That(await window.Page.TextContentAsync("main"), Does.Contain("0827-1234567").Or.Contain("已报送"));
        Assert.That(await window.TextAsync(), Does.Contain("办理中"));
    }

    [Test]
    public async Task What_was_submitted_can_be_recalled_and_cancelled_with_its_consequences_told()
    {
        await using var window = await TheOffice.SignedIn("drafter.keji");
        var document = await window.StartDraftAsync("巴中市科学技术局关于撤回的通知");
        await window.UploadAsync("body", APaper.Saying("正文.docx", Body), script: true);
        await window.Page.ClickAsync("#submission button");
        await window.Page.WaitForURLAsync($"**/documents/{document}");

        await window.Page.ClickAsync("summary:has-text('撤回')");
        var consequence = await window.TextAsync();
        await window.Page.ClickAsync("button:has-text('确认撤回')");
        await window.Page.WaitForSelectorAsync(".alert-success");
        await window.Page.ClickAsync("summary:has-text('撤件')");
        await window.Page.FillAsync("#reason", "不再需要。");
        await window.ShouldBeFineAsync("case-cancel");
        await window.Page.ClickAsync("button:has-text('确认撤件')");
        await window.Page.WaitForSelectorAsync(".gf-mark:has-text('已撤件')");

        Assert.That(consequence, Does.Contain("回到拟稿状态"));
        Assert.That(await window.TextAsync(), Does.Contain("不再需要。"));
        await window.ShouldBeFineAsync("case-cancelled");
    }

    [TestCase("underReview", "supervisor")]
    [TestCase("signedOff", "clerk")]
    [TestCase("issued", "publisher")]
    [TestCase("published", "clerk")]
    [TestCase("published", "head.keji")]
    public async Task A_case_is_fine_in_every_state(string state, string userName)
    {
        await using var window = await TheOffice.SignedIn(userName);
        await window.GoAsync($"/documents?state={state}");
        if (await window.Page.Locator("[data-rows] a").CountAsync() == 0)
        {
            Assert.Ignore($"None of the sample cases is {state} then.");
        }

        await window.Page.Locator("[data-rows] a").First.ClickAsync();

        Assert.That(await window.TextAsync(), Does.Contain("办理过程").And.Contain("怎么算的").Or.Contain("签发后开始计时").Or.Contain("没有公开时限"));
        await window.ShouldBeFineAsync($"case-{state}-{userName}");
    }

    [Test]
    public async Task A_case_and_its_review_read_in_English()
    {
        await using var window = await TheOffice.SignedIn("supervisor", language: "en");
        await window.GoAsync("/documents?state=published");
        await window.Page.Locator("[data-rows] a").First.ClickAsync();

        await window.ShouldBeFineAsync("en-case");

        Assert.That(
            await window.Page.Locator("main :is(h2, summary, dt, .gf-tabs a)").AllInnerTextsAsync(),
            Has.None.Matches<string>(text => text.Any(letter => letter is >= '一' and <= '龥') && text.Length < 12));
    }
}
