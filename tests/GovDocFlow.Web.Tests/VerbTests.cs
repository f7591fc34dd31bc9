using System.Text;
using System.Text.Json;

namespace GovDocFlow.Web.Tests;

/// <summary>The verbs of the command line as processes, each from an empty folder on.</summary>
internal sealed class VerbTests
{
    private static readonly Lazy<Task<(string Folder, string Output)>> Demo = new(PlayAsync);

    private readonly string _folder = Directory.CreateTempSubdirectory("govdocflow").FullName;

    [TearDown]
    public void Clear() => Directory.Delete(_folder, recursive: true);

    [OneTimeTearDown]
    public static async Task ClearDemo()
    {
        if (Demo.IsValueCreated)
        {
            Directory.Delete((await Demo.Value).Folder, recursive: true);
        }
    }

    [TestCase("calendar", "list")]
    [TestCase("calendar", "check")]
    [TestCase("deadline", "--start", "2026-02-13", "--amount", "3", "--unit", "workingDays")]
    [TestCase("workflow", "check")]
    [TestCase("workflow", "draw")]
    public async Task A_verb_that_needs_no_database_leaves_nothing_behind(params string[] words)
    {
        var (exit, output, error) = await RunAsync("Production", words);

        Assert.That((exit, error), Is.EqualTo((0, "")), output);
        Assert.That(output, Is.Not.Empty);
        Assert.That(Directory.EnumerateFileSystemEntries(_folder), Is.Empty);
    }

    [Test]
    public async Task The_calendar_and_a_deadline_explain_themselves()
    {
        var list = await JsonAsync("calendar", "list");
        var check = await JsonAsync("calendar", "check");
        var due = await JsonAsync("deadline", "--start", "2026-12-30", "--amount", "3", "--unit", "workingDays", "--explain");
        var hours = await JsonAsync("deadline", "--start", "2026-02-14T23:00:00+08:00", "--amount", "5", "--unit", "hours");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                list.GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("year").GetInt32()),
                Is.SupersetOf(Enumerable.Range(2008, 19)));
            Assert.That(check.GetProperty("announcedThrough").GetInt32(), Is.EqualTo(2026));
            Assert.That(
                (due.GetProperty("dueOn").GetString(), due.GetProperty("certainty").GetString()),
                Is.EqualTo(("2027-01-05", "provisional")));
            Assert.That(due.GetProperty("days")[0].GetProperty("date").GetString(), Is.EqualTo("2026-12-31"));
            Assert.That(due.GetProperty("days").EnumerateArray().Count(day => day.GetProperty("counted").GetBoolean()), Is.EqualTo(3));
            Assert.That(hours.GetProperty("dueAt").GetString(), Is.EqualTo("2026-02-15T04:00:00+08:00"));
        }
    }

    [Test]
    public async Task A_route_is_drawn_by_name_and_an_unknown_one_is_refused()
    {
        var joint = await RunAsync("Production", "workflow", "draw", "joint");
        var unknown = await RunAsync("Production", "workflow", "draw", "nowhere");

        Assert.That(joint.Exit, Is.Zero);
        Assert.That(joint.Output, Does.StartWith("%% joint").And.Contain("flowchart").And.Contain("会签"));
        Assert.That((unknown.Exit, unknown.Error.Trim().Split('\n').Length), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task Outside_Development_an_empty_database_gets_its_tables_and_nobody()
    {
        var first = await RunAsync("Production", "migrate", "--culture", "en");
        var second = await RunAsync("Production", "migrate", "--culture", "en");
        var users = await JsonAsync("user", "list");
        var demo = await RunAsync("Production", "demo", "--culture", "en");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.Exit, second.Exit), Is.EqualTo((0, 0)), first.Error + second.Error);
            Assert.That(first.Output, Does.Not.Contain("; 0 scripts ran"));
            Assert.That(second.Output, Does.Contain("; 0 scripts ran"));
            Assert.That(users.GetProperty("items").GetArrayLength(), Is.Zero);
            Assert.That((demo.Exit, demo.Error.Trim().Split('\n').Length), Is.EqualTo((1, 1)));
            Assert.That(demo.Error, Does.Contain("demo office"));
            Assert.That(File.Exists(Path.Combine(_folder, "data", "govdocflow.db")), Is.True);
        }
    }

    [Test]
    public async Task The_demo_is_played_once_and_passes_every_check()
    {
        var played = await DemoAsync();
        var second = await RunAsync("Development", "demo", "--culture", "en");
        var (trail, numbers) = (await JsonAsync("audit", "verify"), await JsonAsync("numbers", "audit"));
        var swept = await JsonAsync("escalate");
        var rehearsed = await JsonAsync("rehearse", "--days", "30");
        var wrong = await RunAsync("Development", "rehearse", "--days", "0");
        var workflows = await JsonAsync("workflow", "check");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((second.Exit, wrong.Exit), Is.EqualTo((0, 2)), second.Error);
            Assert.That(played.Trim().Split('\n'), Has.Length.EqualTo(15));
            Assert.That(played, Does.Contain("巴府规〔2026〕1号").And.Contain("14 sample cases loaded"));
            Assert.That(second.Output, Does.Contain("nothing was changed"));
            Assert.That(trail.GetProperty("isWhole").GetBoolean(), Is.True);
            Assert.That(numbers.GetProperty("problems").GetArrayLength(), Is.Zero);
            Assert.That(numbers.GetProperty("numbers").GetInt32(), Is.Positive);
            Assert.That(swept.GetProperty("fired").ValueKind, Is.EqualTo(JsonValueKind.Array));
            Assert.That(rehearsed.GetProperty("wouldFire").ValueKind, Is.EqualTo(JsonValueKind.Array));
            Assert.That(
                workflows.GetProperty("holders").EnumerateArray().Select(step => step.GetProperty("holders").GetArrayLength()),
                Is.Not.Empty.And.All.Positive);
        }
    }

    [Test]
    public async Task A_database_file_that_was_edited_by_hand_is_found_out()
    {
        await DemoAsync();
        var edited = Edit("巴府规〔2026〕1号", "巴府规〔2026〕7号");

        var trail = await RunAsync("Development", "audit", "verify", "--culture", "en");
        var numbers = await RunAsync("Development", "numbers", "audit", "--culture", "en");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(edited, Is.Positive);
            Assert.That((trail.Exit, numbers.Exit), Is.EqualTo((1, 1)), trail.Output + numbers.Output);
            Assert.That(trail.Output, Does.Match("altered: document:[0-9a-f-]{36} line [0-9]+"));
            Assert.That(numbers.Output, Does.Contain("巴府规〔2026〕7号").And.Contain("巴府规〔2026〕1号"));
        }
    }

    [Test]
    public async Task People_are_added_listed_and_disabled()
    {
        await DemoAsync();

        var added = await RunAsync(
            "Development", "user", "add", "signer2", "--name", "林照水", "--title", "副市长", "--department", "office", "--role", "signer",
            "--password", "a-long-password");
        var twice = await RunAsync(
            "Development", "user", "add", "signer2", "--name", "林照水", "--title", "副市长", "--department", "office", "--role", "signer",
            "--password", "a-long-password");
        var disabled = await RunAsync("Development", "user", "disable", "signer2");
        var unknown = await RunAsync("Development", "user", "disable", "nobody");
        var listed = (await JsonAsync("user", "list")).GetProperty("items").EnumerateArray()
            .Single(user => user.GetProperty("userName").GetString() == "signer2");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((added.Exit, twice.Exit, disabled.Exit, unknown.Exit), Is.EqualTo((0, 1, 0, 1)), added.Error + disabled.Error);
            Assert.That(twice.Error.Trim().Split('\n'), Has.Length.EqualTo(1));
            Assert.That(unknown.Error.Trim().Split('\n'), Has.Length.EqualTo(1));
            Assert.That(listed.GetProperty("disabled").GetBoolean(), Is.True);
            Assert.That(listed.ToString(), Does.Not.Contain("pbkdf2"));
        }
    }

    private Task<(int Exit, string Output, string Error)> RunAsync(string environment, params string[] words) =>
        Executable.RunAsync(_folder, environment, words);

    // Played once for all tests; each gets its own copy of the database.
    private async Task<string> DemoAsync()
    {
        var (folder, output) = await Demo.Value;
        Directory.CreateDirectory(Path.Combine(_folder, "data"));
        File.Copy(Path.Combine(folder, "data", "govdocflow.db"), Path.Combine(_folder, "data", "govdocflow.db"));
        return output;
    }

    private static async Task<(string Folder, string Output)> PlayAsync()
    {
        var folder = Directory.CreateTempSubdirectory("govdocflow").FullName;
        var (exit, output, error) = await Executable.RunAsync(folder, "Development", "demo", "--culture", "en");
        Assert.That((exit, error), Is.EqualTo((0, "")), output);
        return (folder, output);
    }

    private async Task<JsonElement> JsonAsync(params string[] words)
    {
        var (exit, output, error) = await RunAsync("Production", [.. words, "--json"]);
        Assert.That((exit, error), Is.EqualTo((0, "")), output);
        return JsonSerializer.Deserialize<JsonElement>(output);
    }

    // Replaces a text by one of the same length wherever it stands in the file, and says how often it stood there.
    private int Edit(string text, string other)
    {
        var file = Path.Combine(_folder, "data", "govdocflow.db");
        var (bytes, from, to) = (File.ReadAllBytes(file), Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(other));
        var count = 0;
        for (var at = bytes.AsSpan().IndexOf(from); at >= 0; at = bytes.AsSpan().IndexOf(from))
        {
            to.CopyTo(bytes, at);
            count++;
        }

        File.WriteAllBytes(file, bytes);
        return count;
    }
}
