using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.UseCases.Demo;
using GovDocFlow.UseCases.Documents;

namespace GovDocFlow.Tests.Demo;

/// <summary>The sample cases as they stand when they are played on 2026-11-22.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class ReplayDemoTests
{
    private static readonly string[] ReturnedAtFirst = ["R03", "R05", "R06", "R08", "R13"];
    private static readonly string[] Signatures =
    [
        "宓行之 2026-09-28T07:20:00.000Z", "聂允恭 2026-09-29T02:35:00.000Z", "卓远舟 2026-09-30T03:10:00.000Z",
    ];

    private static readonly string[] WordsOfTheClassified = ["机密★", "关于有关事项的通知", "不含任何实际内容"];
    private static readonly string[] TheRefusal = ["""苗清越 {"call":"AddFile"}"""];
    private static readonly string[] BySystem = ["selfCheck", "remind", "escalate", "supervision"];

    private TestOffice _office = null!;
    private ReplayDemo.Answer _answer = null!;

    [OneTimeSetUp]
    public async Task PlayTheCases()
    {
        _office = await TestOffice.OpenAsync("2026-11-22T10:00:00+08:00");
        _answer = await _office.Send(new ReplayDemo.Command());
    }

    [OneTimeTearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [TestCase(1, DocumentState.Published, "巴府规〔2026〕1号", "2026-02-25")]
    [TestCase(2, DocumentState.Published, "巴府规〔2026〕2号", "2026-02-15")]
    [TestCase(3, DocumentState.Published, "巴府办规〔2026〕3号", "2026-04-09")]
    [TestCase(4, DocumentState.Published, "巴府办发〔2026〕18号", "2026-07-17")]
    [TestCase(5, DocumentState.Published, "巴住建规〔2026〕4号", "2026-10-10")]
    [TestCase(6, DocumentState.Issued, "巴府人〔2026〕5号", null)]
    [TestCase(8, DocumentState.SignedOff, null, null)]
    [TestCase(9, DocumentState.Issued, "巴府发〔2026〕15号", null)]
    [TestCase(10, DocumentState.Published, "巴府发〔2026〕20号", "2026-10-22")]
    [TestCase(11, DocumentState.SignedOff, null, "2026-12-16")]
    [TestCase(12, DocumentState.UnderReview, null, null)]
    [TestCase(13, DocumentState.Issued, "巴府办发〔2026〕31号", null)]
    [TestCase(14, DocumentState.Published, "巴府发〔2026〕16号", "2026-08-10")]
    public void A_case_stands_where_it_stood_on_that_day(int number, DocumentState state, string? issuedAs, string? dueOn)
    {
        var played = _answer.Cases.Single(one => one.Case == number);

        Assert.That(played.State, Is.EqualTo(state));
        Assert.That(played.Number, Is.EqualTo(issuedAs));
        Assert.That(played.DueOn, Is.EqualTo(dueOn is null ? (DateOnly?)null : DateOnly.Parse(dueOn, null)));
    }

    [Test]
    public void All_fourteen_cases_are_told()
    {
        Assert.That(_answer.Loaded, Is.True);
        Assert.That(_answer.Cases.Select(one => one.Case), Is.EqualTo(Enumerable.Range(1, 14)));
    }

    [Test]
    public async Task A_notice_in_force_at_once_has_three_limits_of_which_its_effect_is_first()
    {
        var rules = await _office.Rows<string>(
            "SELECT c.RuleCode || ' ' || c.DueOn FROM Clock c JOIN Document d ON d.Id = c.SubjectId WHERE d.Number = '巴府规〔2026〕2号' ORDER BY c.DueOn, c.RuleCode");

        Assert.That(rules, Has.Some.EqualTo("publish.beforeEffect 2026-02-15"));
        Assert.That(rules, Has.Some.EqualTo("publish.normative3wd 2026-02-26"));
        Assert.That(rules[^1], Does.StartWith("publish.formation20wd"));
    }

    [Test]
    public async Task Every_publication_was_in_time()
    {
        Assert.That(
            await _office.Read<int>("SELECT COUNT(*) FROM Clock WHERE Status NOT IN ('met', 'running')"), Is.Zero);
        Assert.That(await _office.Read<int>("SELECT COUNT(*) FROM Clock WHERE Status = 'met'"), Is.GreaterThan(10));
    }

    [Test]
    public async Task A_joint_document_is_formed_by_its_last_signature()
    {
        var formed = await _office.Read<string>("SELECT FormedOn FROM Document WHERE Number = '巴住建规〔2026〕4号'");
        var signed = await _office.Rows<string>(
            """
            SELECT ByName || ' ' || GivenAt FROM Opinion
            WHERE DocumentId = (SELECT Id FROM Document WHERE Number = '巴住建规〔2026〕4号')
                AND Step IN ('countersign', 'signOff')
            ORDER BY Seq
            """);

        Assert.That(formed, Is.EqualTo("2026-09-30"));
        Assert.That(signed, Is.EqualTo(Signatures));
    }

    [Test]
    public async Task Only_the_parking_fees_come_back_with_five_defects_at_once()
    {
        var id = await _office.Read<Guid>("SELECT DocumentId FROM ReturnNotice");
        var view = await _office.Send(new ReadDocument.Query(id), by: "drafter.fagai");

        Assert.That(await _office.Read<int>("SELECT COUNT(*) FROM ReturnNotice"), Is.EqualTo(1));
        Assert.That(view.Title, Does.Contain("机动车停放服务收费"));
        Assert.That(view.Returns.Single().Kind, Is.EqualTo(ReturnKind.SelfCheck));
        Assert.That(view.Returns.Single().Items.Select(item => item.Code), Is.EqualTo(ReturnedAtFirst));
        Assert.That(view.Returns.Single().Items.Select(item => item.Status), Is.All.EqualTo(ItemStatus.Fixed));
        Assert.That(view.Waiting.Single().Role, Is.EqualTo(Role.Signer));
    }

    [Test]
    public async Task Of_the_classified_paper_nothing_is_left_but_the_refusal()
    {
        var columns = await _office.Rows<(string Table, string Column)>(
            "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'");
        var found = new List<string>();
        foreach (var (table, column) in columns)
        {
            foreach (var word in WordsOfTheClassified)
            {
                if (await _office.Read<int>(
                    $"SELECT COUNT(*) FROM [{table}] WHERE CAST([{column}] AS TEXT) LIKE @word", new { word = $"%{word}%" }) > 0)
                {
                    found.Add($"{table}.{column}: {word}");
                }
            }
        }

        Assert.That(columns, Has.Count.GreaterThan(100));
        Assert.That(found, Is.Empty);
        Assert.That(_answer.Cases.Single(one => one.Case == 7).Refusal, Is.EqualTo("CLASSIFIED_REFUSED"));
        Assert.That(_answer.Cases.Single(one => one.Case == 7).Title, Is.Empty);
        Assert.That(
            await _office.Rows<string>("SELECT ActorName || ' ' || Detail FROM TrailEntry WHERE Verb = 'classifiedRefused'"),
            Is.EqualTo(TheRefusal));
        Assert.That(
            await _office.Read<int>("SELECT COUNT(*) FROM FileContent"),
            Is.EqualTo(await _office.Read<int>("SELECT COUNT(DISTINCT Sha256) FROM DocumentFile")));
    }

    [Test]
    public async Task People_decide_and_the_system_only_checks_and_reminds()
    {
        var verbs = await _office.Rows<string>("SELECT DISTINCT Verb FROM TrailEntry WHERE ActorName = '系统' OR Actor = 'system'");

        Assert.That(verbs, Is.Not.Empty.And.SubsetOf(BySystem));
    }

    [Test]
    public async Task Each_act_bears_the_instant_at_which_it_was_done()
    {
        var issued = await _office.Read<string>(
            "SELECT At FROM TrailEntry WHERE Verb = 'issue' AND Detail LIKE '%巴府规〔2026〕1号%'");
        var disordered = await _office.Read<int>(
            "SELECT COUNT(*) FROM TrailEntry a JOIN TrailEntry b ON b.Seq = a.Seq + 1 WHERE b.At < a.At AND a.Verb <> 'seedOffice'");

        Assert.That(issued, Is.EqualTo("2026-02-13T08:20:00.000Z"));
        Assert.That(disordered, Is.Zero);
    }

    [Test]
    public async Task Reviews_fall_into_office_hours()
    {
        var hours = await _office.Rows<int>("SELECT CAST(substr(GivenAt, 12, 2) AS INTEGER) + 8 FROM Opinion");

        Assert.That(hours, Has.Count.GreaterThan(60).And.All.InRange(9, 17));
    }

    [Test]
    public async Task Reminders_fired_at_their_own_moments()
    {
        Assert.That(await _office.Read<int>("SELECT COUNT(*) FROM FiredRung"), Is.GreaterThan(10));
        Assert.That(await _office.Read<int>("SELECT COUNT(*) FROM FiredRung WHERE FiredAt <> FiresAt"), Is.Zero);
        Assert.That(
            await _office.Read<int>("SELECT COUNT(*) FROM Clock WHERE NextFiresAt <= '2026-11-22T02:00:00.000Z'"), Is.Zero);
    }

    [Test]
    public async Task Playing_them_again_changes_nothing()
    {
        var lines = await _office.Read<int>("SELECT COUNT(*) FROM TrailEntry");

        var again = await _office.Send(new ReplayDemo.Command());

        Assert.That(again.Loaded, Is.False);
        Assert.That(again.Cases.Select(one => one.Number), Is.EqualTo(_answer.Cases.Where(one => one.State is not null).Select(one => one.Number)));
        Assert.That(await _office.Read<int>("SELECT COUNT(*) FROM TrailEntry"), Is.EqualTo(lines));
    }
}
