using System.Data.Common;
using System.Text;
using GovDocFlow.Documents;
using GovDocFlow.Papers;
using GovDocFlow.Tests.Documents;
using GovDocFlow.UseCases.Drafting;

namespace GovDocFlow.Tests.Trails;

/// <summary>Classified content is refused and nothing of it is kept, which is looked for in the bytes of the database file.</summary>
internal sealed class ClassifiedTests
{
    private const string Secret = "绝不能留下的标题七三一";
    private const string RefusalLines =
        "SELECT Detail FROM TrailEntry WHERE Subject = 'office' AND Verb = 'classifiedRefused' ORDER BY Line";

    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync();

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    private static IEnumerable<TestCaseData> ClassifiedDrafts()
    {
        var draft = ADraft.OfADepartment with { Title = Secret };
        yield return new TestCaseData(draft with { Secrecy = "机密" }).SetName("A_draft_of_another_secrecy_is_refused");
        yield return new TestCaseData(draft with { Attribute = new DisclosureAttribute(Disclosure.Exempt, "G1", "涉密") })
            .SetName("A_draft_withheld_as_a_state_secret_is_refused");
        yield return new TestCaseData(draft with { Attribute = OfficeActs.InPart with { Withheld = [new Withheld("第二条", "G1")] } })
            .SetName("A_draft_with_a_passage_withheld_as_a_state_secret_is_refused");
        yield return new TestCaseData(draft with { Secrecy = "秘密", Copies = -1, IssuingOrgan = "" })
            .SetName("A_classified_draft_is_not_even_looked_at_for_other_mistakes");
    }

    [TestCaseSource(nameof(ClassifiedDrafts))]
    public async Task A_classified_draft_is_refused(Draft draft)
    {
        var id = await _office.AnOrdinaryDraft();

        var created = await OfficeActs.CodeOf(_office.Send(new CreateDraft.Command(draft), "drafter.keji"));
        var edited = await OfficeActs.CodeOf(_office.Send(new EditDraft.Command(id, 2, draft), "drafter.keji"));

        Assert.That((created, edited), Is.EqualTo(("CLASSIFIED_REFUSED", "CLASSIFIED_REFUSED")));
        Assert.That(
            await _office.Rows<string>(RefusalLines), Is.EqualTo(new[] { """{"call":"CreateDraft"}""", """{"call":"EditDraft"}""" }));
        Assert.That(await IsKept(Secret), Is.False);
        Assert.That(await _office.Read<int>("SELECT COUNT(*) FROM Document"), Is.EqualTo(1));
    }

    [TestCase(FileRole.Body)]
    [TestCase(FileRole.Annex)]
    public async Task A_marked_paper_is_refused_and_nothing_of_it_is_left(FileRole role)
    {
        var id = await _office.AnOrdinaryDraft();
        var bytes = DocxWriter.FromText($"机密★10年\n{Secret}\n正文。");
        await using var source = new MemoryStream(bytes);
        await using var spool = await Spool.FillAsync(source, CancellationToken.None);

        var refused = await OfficeActs.CodeOf(
            _office.Send(new AddFile.Command(id, null, role, $"{Secret}.docx", spool), "drafter.keji"));

        Assert.That(refused, Is.EqualTo("CLASSIFIED_REFUSED"));
        Assert.That(await _office.Rows<string>(RefusalLines), Is.EqualTo(new[] { """{"call":"AddFile"}""" }));
        Assert.That(await IsKept(Secret), Is.False);
        Assert.That(await IsKept(spool.Sha256), Is.False);
        Assert.That(await IsKept(bytes), Is.False);
        Assert.That(TemporaryFilesWith(bytes), Is.Empty);
        Assert.That((await _office.See(id)).Files, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_mark_in_a_sentence_is_no_mark()
    {
        var id = await _office.AnOrdinaryDraft();

        await _office.AddPaper(id, FileRole.Annex, "涉及“机密★10年”字样的文件一律不得录入本系统。");

        Assert.That((await _office.See(id)).Files, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_reviewer_cannot_make_a_state_secret_of_it()
    {
        var id = await _office.AnOrdinaryDraft();
        await _office.Submit(id);
        await _office.Approve(id, "head.keji");

        var refused = await OfficeActs.CodeOf(_office.Approve(
            id, "reviewer", Secret, new DisclosureAttribute(Disclosure.Exempt, "G1", Secret)));

        Assert.That(refused, Is.EqualTo("CLASSIFIED_REFUSED"));
        Assert.That(await _office.Rows<string>(RefusalLines), Is.EqualTo(new[] { """{"call":"DecideTask"}""" }));
        Assert.That(await IsKept(Secret), Is.False);
        Assert.That(await _office.StepsOf(id), Is.EqualTo(new[] { "officeReview" }));
    }

    [Test]
    public async Task A_refusal_under_a_key_is_noted_without_waiting()
    {
        var id = await _office.AnOrdinaryDraft();
        await using var source = new MemoryStream(DocxWriter.FromText($"机密★10年\n{Secret}"));
        await using var spool = await Spool.FillAsync(source, CancellationToken.None);

        var refused = await OfficeActs.CodeOf(_office.Send(
            new AddFile.Command(id, null, FileRole.Body, "正文.docx", spool), "drafter.keji", "key-1"));

        Assert.That(refused, Is.EqualTo("CLASSIFIED_REFUSED"));
        Assert.That(await _office.Rows<string>(RefusalLines), Has.Count.EqualTo(1));
        Assert.That(await _office.Read<int>("SELECT COUNT(*) FROM IdempotentAnswer"), Is.Zero);
    }

    // Text is looked for as SQLite and .NET write it.
    private async Task<bool> IsKept(string text) =>
        await IsKept(Encoding.UTF8.GetBytes(text)) || await IsKept(Encoding.Unicode.GetBytes(text));

    private async Task<bool> IsKept(byte[] bytes)
    {
        var file = (string)new DbConnectionStringBuilder { ConnectionString = _office.Settings.ConnectionString }["Data Source"];
        foreach (var part in new[] { file, $"{file}-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            await stream.CopyToAsync(content);
            if (content.GetBuffer().AsSpan(0, (int)content.Length).IndexOf(bytes) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    // Only files of the paper's own size can be copies of it.
    private static IEnumerable<string> TemporaryFilesWith(byte[] bytes) => Directory
        .GetFiles(Path.GetTempPath())
        .Where(file => new FileInfo(file) is { Exists: true } found && found.Length == bytes.Length)
        .Where(file => File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes));
}
