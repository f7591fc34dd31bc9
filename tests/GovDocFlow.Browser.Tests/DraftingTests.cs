namespace GovDocFlow.Browser.Tests;

internal sealed class DraftingTests
{
    private static readonly string[] Body = ["# 关于做好科技特派员选派工作的通知", "各县（区）科技局：", "请于三月底前完成选派。"];

    [Test]
    public async Task A_new_draft_saves_itself_and_goes_on_under_its_own_address()
    {
        await using var window = await TheOffice.SignedIn("drafter.keji");
        await window.GoAsync("/documents/new");
        await window.ShouldBeFineAsync("draft-new");

        await window.Page.FillAsync("#issuingOrgan", "巴中市人民政府");
        await window.Page.FillAsync("#title", "巴中市人民政府关于自动保存的通知");
        await window.Page.WaitForURLAsync("**/edit");
        await window.Page.ReloadAsync();

        Assert.That(await window.Page.InputValueAsync("#title"), Is.EqualTo("巴中市人民政府关于自动保存的通知"));
        Assert.That(await window.TextAsync(), Does.Contain("R01").And.Contain("R06").And.Contain("R19"));
        await window.ShouldBeFineAsync("draft-edit");
    }

    [Test]
    public async Task What_is_typed_into_a_draft_is_there_after_a_reload()
    {
        await using var window = await TheOffice.SignedIn("drafter.keji");
        await window.StartDraftAsync("巴中市科学技术局关于自动保存草稿的通知");

        await window.Page.FillAsync("#mainRecipients", "各县（区）科技局");
        await window.Page.WaitForSelectorAsync("[data-autosaved]:has-text('已自动保存')");
        await window.Page.ReloadAsync();

        Assert.That(await window.Page.InputValueAsync("#mainRecipients"), Is.EqualTo("各县（区）科技局"));
        Assert.That(await window.Page.Locator(".gf-draft-offer").CountAsync(), Is.Zero);
    }

    [Test]
    public async Task The_checklist_follows_what_is_typed_and_leads_to_the_field()
    {
        await using var window = await TheOffice.SignedIn("drafter.keji");
        await window.StartDraftAsync("巴中市科学技术局关于检查清单的通知");

        await window.Page.CheckAsync("#attribute_value-exempt");
        await window.Page.WaitForSelectorAsync("[data-beside] a[href='#attribute_ground']");
        await window.Page.ClickAsync("[data-beside] a[href='#attribute_ground']");
        var ground = await window.Page.IsVisibleAsync("#attribute_ground");
        await window.ShouldBeFineAsync("draft-checklist");
        await window.Page.CheckAsync("#attribute_value-proactive");

        Assert.That(ground, Is.True);
        Assert.That(await window.Page.IsVisibleAsync("#attribute_ground"), Is.False);
    }

    [Test]
    public async Task An_upload_shows_its_size_and_hash_and_takes_its_line_off_the_checklist()
    {
        await using var window = await TheOffice.SignedIn("drafter.keji");
        await window.StartDraftAsync("巴中市科学技术局关于上传的通知");
        var before = await window.Page.InnerTextAsync("[data-beside]");

        await window.Page.SetInputFilesAsync("#file-body", APaper.Saying("正文.docx", Body));
        await window.Page.WaitForSelectorAsync("#files_body li");
        await window.Page.FillAsync("#phone", "0827-5550101");
        await window.Page.WaitForSelectorAsync("[data-autosaved]:has-text('已自动保存')");

        Assert.That(before, Does.Contain("R19"));
        Assert.That(await window.Page.InnerTextAsync("[data-beside]"), Does.Not.Contain("R19"));
        Assert.That(await window.Page.InnerTextAsync("#files_body"), Does.Contain("正文.docx").And.Match("SHA-256 [0-9a-f]{64}"));
        await window.ShouldBeFineAsync("draft-uploaded");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_file_with_a_secrecy_mark_is_refused_with_a_reason(bool script)
    {
        await using var window = await TheOffice.SignedIn("drafter.keji", script: script);
        await window.StartDraftAsync("巴中市科学技术局关于误传的通知");

        await window.Page.SetInputFilesAsync("#file-body", APaper.Saying("误传.docx", "机密★10年", "关于某事的通知"));
        if (!script)
        {
            await window.Page.ClickAsync("#files_body button[type=submit]");
        }

        await window.Page.WaitForSelectorAsync("[role=alert]");

        Assert.That(await window.Page.InnerTextAsync("[role=alert]"), Does.Contain("涉密"));
        Assert.That(await window.Page.Locator("#files_body li").CountAsync(), Is.Zero);
        await window.LookAsync("draft-classified", script);
    }

    [Test]
    public async Task A_wrong_form_says_so_at_the_field_and_keeps_what_was_typed()
    {
        await using var window = await TheOffice.SignedIn("drafter.keji", script: false);
        await window.StartDraftAsync("巴中市科学技术局关于表单的通知");
        await window.Page.EvaluateAsync("() => { document.querySelector('#draft').noValidate = true; }");

        await window.Page.FillAsync("#copies", "200000");
        await window.Page.FillAsync("#phone", "5550101");
        await window.Page.ClickAsync("#draft button[type=submit]");

        Assert.That(await window.Page.InnerTextAsync("#wrong-copies"), Does.Contain("100000"));
        Assert.That(await window.Page.InputValueAsync("#phone"), Is.EqualTo("5550101"));
        await window.ShootAsync("draft-refused");
    }

    [Test]
    public async Task A_stale_form_says_who_acted_meanwhile()
    {
        await using var window = await TheOffice.SignedIn("drafter.keji", script: false);
        var document = await window.StartDraftAsync("巴中市科学技术局关于同时修改的通知");
        await using var other = await TheOffice.SignedIn("head.keji", script: false);
        await other.GoAsync($"/documents/{document}/edit");
        await other.Page.FillAsync("#phone", "111");
        await other.Page.ClickAsync("#draft button[type=submit]");

        await window.Page.FillAsync("#phone", "222");
        await window.Page.ClickAsync("#draft button[type=submit]");

        Assert.That(await window.Page.InnerTextAsync("[data-refused]"), Does.Contain("修改").And.Contain("STALE"));
        Assert.That(await window.Page.InputValueAsync("#phone"), Is.EqualTo("222"));
        await window.ShootAsync("draft-stale");
    }

    [Test]
    public async Task The_form_reads_in_English()
    {
        await using var window = await TheOffice.SignedIn("drafter.keji", language: "en");
        await window.StartDraftAsync("巴中市科学技术局关于英文界面的通知");

        await window.ShouldBeFineAsync("en-draft-edit");

        Assert.That(
            await window.Page.Locator("label, legend, h1, h2, button").AllInnerTextsAsync(),
            Has.None.Matches<string>(text => text.Replace("中文", "", StringComparison.Ordinal).Any(letter => letter is >= '一' and <= '龥') && !text.Contains('“', StringComparison.Ordinal)));
    }
}
