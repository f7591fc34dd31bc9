using GovDocFlow.Documents;
using GovDocFlow.UseCases.Demo;

namespace GovDocFlow.Tests.Demo;

/// <summary>The sample cases when the host's clock was set before most of them happened.</summary>
internal sealed class EarlyReplayTests
{
    private const string EveOfTheFestival = "2026-02-13T16:20:00+08:00";

    [Test]
    public async Task What_lies_ahead_is_drafted_and_signed_just_before_now()
    {
        await using var office = await TestOffice.OpenAsync(EveOfTheFestival);

        var cases = (await office.Send(new ReplayDemo.Command())).Cases.ToDictionary(one => one.Case);

        Assert.That(cases[1].State, Is.EqualTo(DocumentState.Issued));
        Assert.That(cases[1].DueOn, Is.EqualTo(new DateOnly(2026, 2, 25)));
        Assert.That(cases[12].State, Is.EqualTo(DocumentState.UnderReview));
        Assert.That(cases[7].Refusal, Is.EqualTo("CLASSIFIED_REFUSED"));
        int[] signed = [2, 3, 4, 5, 6, 8, 9, 10, 11, 13, 14];
        Assert.That(signed.Select(number => cases[number].State), Is.All.EqualTo(DocumentState.SignedOff));
        Assert.That(await office.Read<string>("SELECT MAX(At) FROM TrailEntry"), Is.EqualTo("2026-02-13T08:20:00.000Z"));
    }

    [Test]
    public async Task A_case_keeps_the_order_of_its_acts_where_it_is_squeezed()
    {
        await using var office = await TestOffice.OpenAsync(EveOfTheFestival);

        await office.Send(new ReplayDemo.Command());

        Assert.That(
            await office.Read<int>(
                """
                SELECT COUNT(*) FROM TrailEntry a JOIN TrailEntry b ON b.Subject = a.Subject AND b.Line = a.Line + 1
                WHERE b.At < a.At AND a.Subject LIKE 'document:%'
                """),
            Is.Zero);
    }

    [Test]
    public async Task The_year_end_case_is_issued_once_its_day_has_come()
    {
        await using var office = await TestOffice.OpenAsync("2026-12-30T12:00:00+08:00");

        var case11 = (await office.Send(new ReplayDemo.Command())).Cases.Single(one => one.Case == 11);

        Assert.That(case11.State, Is.EqualTo(DocumentState.Issued));
        Assert.That(case11.Number, Is.EqualTo("巴府规〔2026〕9号"));
        Assert.That(
            await office.Read<string>("SELECT Certainty || ' ' || DueOn FROM Clock WHERE RuleCode = 'publish.normative3wd' AND Status = 'running'"),
            Is.EqualTo("provisional 2027-01-05"));
        Assert.That(
            await office.Read<int>("SELECT COUNT(*) FROM SupervisionItem WHERE RuleCode = 'publish.formation20wd'"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_replay_that_was_cut_off_is_said_to_need_an_empty_database()
    {
        await using var office = await TestOffice.OpenAsync("2026-12-30T12:00:00+08:00");
        using var power = new CancellationTokenSource();
        var replay = office.Send(new ReplayDemo.Command(), stop: power.Token);
        while (await office.Read<int>("SELECT COUNT(*) FROM Document") < 3)
        {
            await Task.Yield();
        }

        await power.CancelAsync();
        Assert.That(async () => await replay, Throws.InstanceOf<OperationCanceledException>());

        var refused = await OfficeActs.Refused(office.Send(new ReplayDemo.Command()));

        Assert.That((refused.Kind, refused.Code), Is.EqualTo((RefusalKind.NotNow, "DEMO_CUT_OFF")));
        Assert.That(refused.Why.Zh, Does.Contain("空库"));
    }

    [Test]
    public async Task Without_the_demo_office_nothing_is_played()
    {
        await using var office = await TestOffice.OpenUnseededAsync();

        var refused = Assert.ThrowsAsync<RefusedException>(() => office.Send(new ReplayDemo.Command()))!;

        Assert.That(refused.Refusal.Code, Is.EqualTo("NO_DEMO_OFFICE"));
        Assert.That(await office.Read<int>("SELECT COUNT(*) FROM Document"), Is.Zero);
    }
}
