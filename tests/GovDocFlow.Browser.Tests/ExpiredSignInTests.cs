namespace GovDocFlow.Browser.Tests;

internal sealed class ExpiredSignInTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task An_opinion_that_came_too_late_is_offered_after_signing_in_and_sent_by_hand(bool script)
    {
        var document = await CasePages.AtOfficeReviewAsync("巴中市科学技术局关于登录过期的通知");
        await using var reviewer = await TheOffice.SignedIn("reviewer", script: script);
        await reviewer.OpenTaskAsync(document);
        await reviewer.Page.FillAsync("#approval", "已核，“文字”无误。\n同意。");
        await reviewer.ForgetSignInAsync();

        await reviewer.Page.ClickAsync("form[action*=Approve] button.btn-primary");
        var told = await reviewer.TextAsync();
        await reviewer.LookAsync("sign-in-kept", script);
        await reviewer.Page.FillAsync("#Password", "govdocflow-demo");
        await reviewer.Page.ClickAsync("main button[type=submit]");
        var offered = await reviewer.Page.InnerTextAsync(".gf-kept");
        await reviewer.LookAsync("kept-opinion", script);
        await using var watcher = await TheOffice.SignedIn("supervisor");
        await watcher.GoAsync($"/documents/{document}");
        var before = await watcher.Page.Locator(".gf-timeline li:has-text('文字”无误')").CountAsync();
        await reviewer.Page.ClickAsync("main button:text-is('提交')");
        await reviewer.Page.WaitForURLAsync($"**/documents/{document}");

        Assert.That(told, Does.Contain("登录已过期").And.Contain("没有生效"));
        Assert.That(offered, Is.EqualTo("已核，“文字”无误。\n同意。"));
        Assert.That(before, Is.Zero);
        Assert.That(await reviewer.TextAsync(), Does.Contain("已办理：同意").And.Contain("文字”无误"));
    }

    [Test]
    public async Task A_draft_that_came_too_late_is_kept_with_all_its_fields()
    {
        await using var drafter = await TheOffice.Anybody(script: false);
        await drafter.SignInAsync("drafter.keji");
        await drafter.StartDraftAsync("巴中市科学技术局关于过期草稿的通知");
        await drafter.Page.CheckAsync("#attribute_value-partial");
        await drafter.Page.FillAsync("input[name='withheld.passage'] >> nth=1", "附表二");
        await drafter.Page.FillAsync("#phone", "0827-5550199");
        await SignOutElsewhereAsync(drafter);

        await drafter.Page.ClickAsync("#draft button[type=submit]");
        await drafter.Page.FillAsync("#Password", "govdocflow-demo");
        await drafter.Page.ClickAsync("main button[type=submit]");
        var offered = await drafter.TextAsync();
        await drafter.ShootAsync("kept-draft");
        await drafter.Page.ClickAsync("main button:text-is('提交')");

        Assert.That(offered, Does.Contain("附表二").And.Contain("0827-5550199").And.Contain("关于过期草稿的通知").And.Not.Contain("governmentOffice"));
        Assert.That(await drafter.TextAsync(), Does.Contain("已保存"));
        Assert.That(await drafter.Page.InputValueAsync("#phone"), Is.EqualTo("0827-5550199"));
        Assert.That(await drafter.Page.InputValueAsync("input[name='withheld.passage'] >> nth=0"), Is.EqualTo("附表二"));
    }

    [Test]
    public async Task What_one_person_typed_is_offered_to_nobody_else()
    {
        var document = await CasePages.AtOfficeReviewAsync("巴中市科学技术局关于他人登录的通知");
        await using var window = await TheOffice.SignedIn("reviewer", script: false);
        await window.OpenTaskAsync(document);
        await window.Page.FillAsync("#approval", "由本人提交。");
        await window.ForgetSignInAsync();
        await window.Page.ClickAsync("form[action*=Approve] button.btn-primary");

        await window.Page.FillAsync("#UserName", "clerk");
        await window.Page.FillAsync("#Password", "govdocflow-demo");
        await window.Page.ClickAsync("main button[type=submit]");
        var refused = await window.TextAsync();
        await window.ShootAsync("kept-refused");
        await window.Page.FillAsync("#UserName", "reviewer");
        await window.Page.FillAsync("#Password", "govdocflow-demo");
        await window.Page.ClickAsync("main button[type=submit]");

        Assert.That(refused, Does.Contain("reviewer 填写的").And.Contain("NOT_THE_WRITER").And.Not.Contain("由本人提交。"));
        Assert.That(await window.Page.InnerTextAsync(".gf-kept"), Is.EqualTo("由本人提交。"));
    }

    [Test]
    public async Task A_form_that_this_host_never_showed_is_not_kept()
    {
        await using var window = await TheOffice.Anybody();
        await window.GoAsync("/sign-in");

        await window.Page.EvaluateAsync(
            """
            () => {
              const form = document.createElement('form');
              form.method = 'post';
              form.action = '/documents/new';
              form.innerHTML = '<input name="title" value="外来内容"><input name="__for" value="drafter.keji">';
              document.body.append(form);
              form.submit();
            }
            """);
        await window.Page.WaitForSelectorAsync("[data-expired]");

        Assert.That(await window.Page.Locator("input[value='外来内容']").CountAsync(), Is.Zero);
        Assert.That(await window.Page.InputValueAsync("#UserName"), Is.Empty);
    }

    [Test]
    public async Task A_file_that_came_too_late_has_to_be_chosen_again()
    {
        await using var drafter = await TheOffice.SignedIn("drafter.keji", script: false);
        var document = await drafter.StartDraftAsync("巴中市科学技术局关于过期上传的通知");
        await drafter.ForgetSignInAsync();

        await drafter.UploadAsync("body", APaper.Saying("正文.docx", "各有关单位："), script: false);
        var told = await drafter.TextAsync();
        await drafter.Page.FillAsync("#UserName", "drafter.keji");
        await drafter.Page.FillAsync("#Password", "govdocflow-demo");
        await drafter.Page.ClickAsync("main button[type=submit]");

        Assert.That(told, Does.Contain("重新选择文件"));
        Assert.That(drafter.Page.Url, Does.EndWith($"/documents/{document}/edit"));
    }

    private static async Task SignOutElsewhereAsync(Window window)
    {
        var other = await window.Page.Context.NewPageAsync();
        await other.GotoAsync(TheOffice.Address + "/");
        await other.ClickAsync("details.gf-menu summary");
        await other.ClickAsync("form[action='/sign-out'] button");
        await other.CloseAsync();
    }
}
