using System.Net;

namespace GovDocFlow.Web.Tests;

/// <summary>Fifty acts in the same moment.</summary>
internal sealed class AtOnceTests
{
    private const int Fifty = 50;
    private const string Approval = """{"verb":"approve","opinion":"同意。"}""";
    private const string Return = """{"verb":"return","opinion":"请补充依据。"}""";

    private readonly RunningHost _host = new();
    private readonly Officers _officers;

    public AtOnceTests() => _officers = new Officers(_host.CreateClient);

    [TearDown]
    public void Stop() => _host.Dispose();

    [Test]
    public async Task Fifty_documents_are_decided_and_each_moves_on()
    {
        var cases = await CasesAsync(OrdinaryCase.AtOfficeReview);
        using var reviewer = await _officers.As("reviewer");
        var tasks = await TasksAsync(reviewer);

        var answers = await Task.WhenAll(tasks.Select(task => reviewer.PostTextAsync(DecisionOn(task), Approval)));

        Assert.That(tasks, Has.Count.EqualTo(Fifty));
        Assert.That(answers.Select(answer => answer.StatusCode), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(await TasksAsync(reviewer), Is.Empty);
        foreach (var one in cases)
        {
            var document = await (await reviewer.GetAsync(one.Path)).JsonAsync();
            Assert.That(document.GetProperty("waiting")[0].GetProperty("step").GetString(), Is.EqualTo("signOff"));
            Assert.That(document.GetProperty("version").GetInt32(), Is.EqualTo(OrdinaryCase.AtOfficeReview + 1));
        }
    }

    [Test]
    public async Task Of_fifty_decisions_on_one_task_one_wins_and_the_others_hear_who_and_when()
    {
        var one = await new OrdinaryCase("keji").GoToAsync(_officers, OrdinaryCase.AtOfficeReview);
        using var reviewer = await _officers.As("reviewer");
        var task = (await TasksAsync(reviewer)).Single();

        var answers = await Task.WhenAll(Enumerable.Range(0, Fifty)
            .Select(n => reviewer.PostTextAsync(DecisionOn(task), n % 2 == 0 ? Approval : Return)));

        var lost = answers.Where(answer => answer.StatusCode is not HttpStatusCode.OK).ToList();
        var document = await (await reviewer.GetAsync(one.Path)).JsonAsync();
        var decided = document.GetProperty("opinions").EnumerateArray()
            .Where(opinion => opinion.GetProperty("step").GetString() == "officeReview").ToList();
        Assert.That(lost, Has.Count.EqualTo(Fifty - 1));
        Assert.That(decided, Has.Count.EqualTo(1));
        Assert.That(document.GetProperty("version").GetInt32(), Is.EqualTo(OrdinaryCase.AtOfficeReview + 1));
        var (who, when) = (decided[0].GetProperty("by").GetString(), decided[0].GetProperty("at").GetString()![..10]);
        foreach (var answer in lost)
        {
            var problem = await answer.ProblemAsync(409, "ALREADY_DECIDED");
            Assert.That(problem.GetProperty("title").GetString(), Does.Contain(who).And.Contain(when));
        }
    }

    [Test]
    public async Task Of_fifty_decisions_on_the_version_that_was_seen_one_wins_and_the_others_are_stale()
    {
        await new OrdinaryCase("keji").GoToAsync(_officers, OrdinaryCase.AtOfficeReview);
        using var reviewer = await _officers.As("reviewer");
        var task = (await TasksAsync(reviewer)).Single();

        var answers = await Task.WhenAll(Enumerable.Range(0, Fifty).Select(_ => reviewer.PostTextAsync(
            DecisionOn(task), Approval, ("If-Match", $"\"{OrdinaryCase.AtOfficeReview}\""))));

        var lost = answers.Where(answer => answer.StatusCode is not HttpStatusCode.OK).ToList();
        Assert.That(lost, Has.Count.EqualTo(Fifty - 1));
        foreach (var answer in lost)
        {
            await answer.ProblemAsync(412, "STALE");
        }
    }

    [Test]
    public async Task Fifty_issues_of_one_series_get_fifty_numbers_in_a_row()
    {
        var cases = await CasesAsync(OrdinaryCase.AtIssue);

        await Task.WhenAll(cases.Select(one => one.ActAsync(_officers)));

        using var clerk = await _officers.As("clerk");
        var ledger = (await (await clerk.GetAsync("/api/v1/numbers?series=巴府发")).JsonAsync()).GetProperty("items");
        var audit = await (await clerk.GetAsync("/api/v1/numbers/audit")).JsonAsync();
        Assert.That(
            ledger.EnumerateArray().Select(line => line.GetProperty("ordinal").GetInt32()), Is.EqualTo(Enumerable.Range(1, Fifty)));
        Assert.That(
            cases.Select(one => one.Answer.GetProperty("number").GetString()),
            Is.EquivalentTo(ledger.EnumerateArray().Select(line => line.GetProperty("number").GetString())));
        Assert.That(audit.GetProperty("problems").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Of_fifty_issues_of_one_document_one_takes_a_number()
    {
        var one = await new OrdinaryCase("keji").GoToAsync(_officers, OrdinaryCase.AtIssue);
        using var clerk = await _officers.As("clerk");

        var answers = await Task.WhenAll(Enumerable.Range(0, Fifty)
            .Select(_ => clerk.PostTextAsync($"{one.Path}/issue", """{"series":"巴府发"}""")));

        var ledger = (await (await clerk.GetAsync("/api/v1/numbers?series=巴府发")).JsonAsync()).GetProperty("items");
        Assert.That(answers.Count(answer => answer.StatusCode is HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(answers.Count(answer => answer.StatusCode is HttpStatusCode.Conflict), Is.EqualTo(Fifty - 1));
        Assert.That(ledger.GetArrayLength(), Is.EqualTo(1));
    }

    private async Task<IReadOnlyList<OrdinaryCase>> CasesAsync(int acts) => await Task.WhenAll(
        Enumerable.Range(0, Fifty).Select(n => new OrdinaryCase(n % 2 == 0 ? "keji" : "gongan").GoToAsync(_officers, acts)));

    private static async Task<IReadOnlyList<string>> TasksAsync(HttpClient holder)
    {
        var page = await (await holder.GetAsync("/api/v1/tasks?limit=200")).JsonAsync();
        return [.. page.GetProperty("items").EnumerateArray().Select(task => task.GetProperty("id").GetString()!)];
    }

    private static string DecisionOn(string task) => $"/api/v1/tasks/{task}/decision";
}
