using System.Text;
using Microsoft.Playwright;

namespace GovDocFlow.Browser.Tests;

internal sealed class IssuingTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task Before_issue_the_clerk_sends_it_back_to_any_step_that_had_something_to_decide(bool script)
    {
        var document = await CasePages.SignedOffAsync("巴中市科学技术局关于印发前退回的通知");
        await using var clerk = await TheOffice.SignedIn("clerk", script: script);
        await clerk.GoAsync($"/issue/{document}");
        await clerk.Page.ClickAsync("details.gf-act summary");
        var steps = await clerk.Page.Locator("#to option").AllInnerTextsAsync();
        await clerk.LookAsync("issue-return", script);

        await clerk.Page.FillAsync("input[name=Messages] >> nth=0", "签发日期与成文日期不一致");
        await clerk.Page.FillAsync("#opinion", "请重新签发。");
        await clerk.Page.SelectOptionAsync("#to", new SelectOptionValue { Label = "签发" });
        await clerk.Page.ClickAsync("form[action*=Return] button.btn-danger");
        var told = await clerk.TextAsync();
        await clerk.GoAsync($"/documents/{document}");

        Assert.That(steps, Does.Contain("核稿").And.Contain("签发").And.Not.Contain("公开属性审查").And.Not.Contain("复核"));
        Assert.That(steps[0], Does.StartWith("拟稿人"));
        Assert.That(told, Does.Contain("已退回：签发"));
        Assert.That(await clerk.Page.InnerTextAsync(".gf-case-line"), Does.Contain("办理中").And.Contain("签发"));
    }

    [Test]
    public async Task A_return_without_a_reason_is_refused_and_keeps_what_was_typed()
    {
        var document = await CasePages.SignedOffAsync("巴中市科学技术局关于退回理由的通知");
        await using var clerk = await TheOffice.SignedIn("clerk", script: false);
        await clerk.GoAsync($"/issue/{document}");
        await clerk.Page.ClickAsync("details.gf-act summary");
        await clerk.Page.FillAsync("input[name=Messages] >> nth=1", "页码有误");
        await clerk.Page.FillAsync("#opinion", " ");
        await clerk.Page.CheckAsync("input[name=ThenBack][value=true]");

        await clerk.Page.ClickAsync("form[action*=Return] button.btn-danger");

        Assert.That(await clerk.Page.Locator("[data-refused] a[href='#opinion']").CountAsync(), Is.EqualTo(1));
        Assert.That(await clerk.Page.InputValueAsync("input[name=Messages] >> nth=1"), Is.EqualTo("页码有误"));
        Assert.That(await clerk.Page.IsCheckedAsync("input[name=ThenBack][value=true]"), Is.True);
    }

    [Test]
    public async Task A_return_to_the_drafter_gives_a_notice_that_prints_on_A4_in_black_and_white()
    {
        var document = await CasePages.SignedOffAsync("巴中市科学技术局关于退文单打印的通知");
        await using var clerk = await TheOffice.SignedIn("clerk");
        await clerk.GoAsync($"/documents/{document}");
        await clerk.Page.ClickAsync("a:has-text('印发前退回')");
        await clerk.Page.FillAsync("input[name=Messages] >> nth=0", "成文日期有误");
        await clerk.Page.FillAsync("input[name=Places] >> nth=0", "落款");
        await clerk.Page.FillAsync("#opinion", "请更正后重报。");
        await clerk.Page.CheckAsync("input[name=ThenBack][value=true]");
        await clerk.Page.ClickAsync("form[action*=Return] button.btn-danger");

        await clerk.GoAsync($"/documents/{document}/returns/1/notice");
        await clerk.ShouldBeFineAsync("paper-return-notice");
        await clerk.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await clerk.ShootAsync("paper-return-notice-printed");
        var looks = await clerk.Page.Locator("body, main, main *").EvaluateAllAsync<string[]>(
            "all => [...new Set(all.map(e => getComputedStyle(e)).map(s => `${s.color} on ${s.backgroundColor}`))]");
        var pdf = Encoding.Latin1.GetString(await clerk.Page.PdfAsync(new() { PreferCSSPageSize = true }));

        Assert.That(await clerk.TextAsync(), Does.Match("退文〔2026〕\\d+号").And.Contain("成文日期有误").And.Contain("落款").And.Contain("请更正后重报。"));
        Assert.That(await clerk.Page.IsVisibleAsync("nav.gf-controls"), Is.False);
        Assert.That(looks, Has.All.Matches("^rgb\\(0, 0, 0\\) on (rgba\\(0, 0, 0, 0\\)|rgb\\(255, 255, 255\\))$"));
        Assert.That(pdf, Does.Match("/MediaBox ?\\[0 0 59[45](\\.\\d+)? 84[12](\\.\\d+)?\\]"));
    }

    [Test]
    public async Task The_sheet_names_who_signed_whatever_the_step_is_called()
    {
        var document = await CasePages.SignedOffAsync("巴中市科学技术局关于签发人的通知");
        await using var clerk = await TheOffice.SignedIn("clerk");

        await clerk.GoAsync($"/documents/{document}/sign-off-sheet");

        var signer = await clerk.Page.InnerTextAsync("tr:has(th:text-is('签发人')) td >> nth=0");
        Assert.That(signer, Is.Not.Empty);
        Assert.That(await clerk.Page.InnerTextAsync("tr:has(td:text-is('签发'))"), Does.Contain(signer));
    }
}
