using System.Text.Json;

namespace GovDocFlow.Web.Tests;

/// <summary>The command line as real processes, run in an empty folder.</summary>
internal sealed class CommandLineTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("govdocflow").FullName;

    [TearDown]
    public void Clear() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_deadline_is_computed_without_a_database()
    {
        var (exit, output, _) = await RunAsync(
            "Production", "deadline", "--start", "2026-02-13", "--amount", "3", "--unit", "workingDays", "--json");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.Zero);
            Assert.That(
                JsonSerializer.Deserialize<JsonElement>(output).GetProperty("dueAt").GetString(),
                Is.EqualTo("2026-02-25T23:59:59+08:00"));
            Assert.That(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories), Is.Empty);
        }
    }

    [TestCase("fly")]
    [TestCase("deadline", "--start", "2026-02-30", "--amount", "3", "--unit", "workingDays")]
    [TestCase("deadline", "--start", "2026-02-13", "--amount", "three", "--unit", "workingDays")]
    [TestCase("deadline", "--amount", "3", "--unit", "workingDays")]
    [TestCase("escalate", "--as-of", "2026-02-13")]
    [TestCase("user")]
    public async Task Wrong_usage_ends_with_2_and_says_what_is_wrong(params string[] words)
    {
        var (exit, _, error) = await RunAsync("Production", words);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(2));
            Assert.That(error, Is.Not.Empty.And.Not.Contains("   at "));
        }
    }

    [Test]
    public async Task Somebody_can_be_added_before_the_host_ever_ran()
    {
        var (exit, _, error) = await RunAsync(
            "Production", "user", "add", "admin", "--name", "甲", "--title", "管理员", "--department", "office", "--role", "admin",
            "--password", "short");

        // Refused for the password, or for the department where none is known: never with a stack trace.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(error.Trim().Split('\n'), Has.Length.EqualTo(1));
            Assert.That(error, Does.Contain("password"));
        }
    }

    [Test]
    public async Task A_clock_that_starts_elsewhere_is_refused_outside_Development()
    {
        var (exit, _, error) = await RunAsync("Production", "serve", "--Time:StartAt=2026-02-13T16:20:00+08:00", "--culture", "zh");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(error, Does.Contain("Time:StartAt 只能用于 Development"));
        }
    }

    [Test]
    public async Task A_clock_that_starts_at_no_instant_is_refused()
    {
        var (exit, _, error) = await RunAsync("Development", "--Time:StartAt=tomorrow", "--culture", "en");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(error, Does.Contain("Time:StartAt is 'tomorrow'"));
        }
    }

    [Test]
    public async Task A_sweep_later_than_now_is_refused()
    {
        var (exit, _, error) = await RunAsync("Development", "escalate", "--as-of", "2099-01-01T00:00:00+08:00");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(error.Trim().Split('\n'), Has.Length.EqualTo(1));
        }
    }

    [Test]
    public async Task The_shipped_routes_are_sound()
    {
        var (exit, output, error) = await RunAsync("Production", "workflow", "check", "--json");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.Zero, output + error);
            Assert.That(JsonSerializer.Deserialize<JsonElement>(output).GetProperty("sound").GetBoolean(), Is.True);
        }
    }

    private Task<(int Exit, string Output, string Error)> RunAsync(string environment, params string[] words) =>
        Executable.RunAsync(_folder, environment, words);
}
