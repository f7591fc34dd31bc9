using System.Security.Cryptography;
using System.Text.Json;

namespace GovDocFlow.Web.Tests;

/// <summary>The host is killed while ten cases are being worked on.</summary>
internal sealed class KillTests
{
    private const int AnnexSize = 600 * 1024;

    private static readonly string[] Departments = ["keji", "gongan", "zhujian", "caizheng", "fagai"];

    // By version: what the document is, and the step at which it waits.
    private static readonly string[] States =
        ["", "draft", "draft", "draft", "underReview", "underReview", "underReview", "underReview", "signedOff", "issued"];

    private static readonly string?[] Steps =
        [null, null, null, null, "departmentHead", "officeReview", "signOff", "recheck", null, null];

    private readonly string _folder = Directory.CreateTempSubdirectory("govdocflow").FullName;
    private readonly List<OrdinaryCase> _cases = [];
    private HostProcess? _host;

    [TearDown]
    public void Clear()
    {
        _host?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task An_act_that_was_answered_is_kept_and_none_is_kept_by_half()
    {
        var officers = new Officers(() => _host!.CreateClient());
        int[] killedAfter = [25, 70, 40];
        foreach (var answers in killedAfter)
        {
            _host = await HostProcess.StartAsync(_folder);
            await CheckAsync(officers);

            await WorkUntilKilledAsync(officers, answers);

            await VerifyAsync();
        }

        _host = await HostProcess.StartAsync(_folder);
        await CheckAsync(officers);
        await Task.WhenAll(_cases.Select(one => Task.Run(() => one.GoToAsync(officers, OrdinaryCase.Acts))));
        await CheckAsync(officers);
        await CheckNumbersAsync(officers);
    }

    private async Task WorkUntilKilledAsync(Officers officers, int answers)
    {
        // Nobody is still signing in when the host goes down.
        foreach (var userName in Departments.SelectMany(key => (string[])[$"drafter.{key}", $"head.{key}"]).Append("reviewer").Append("clerk"))
        {
            (await officers.As(userName)).Dispose();
        }

        var answered = 0;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var desks = Departments.Concat(Departments).Select((key, desk) => Task.Run(async () =>
        {
            try
            {
                while (true)
                {
                    await CaseAt(desk, key).ActAsync(officers);
                    if (Interlocked.Increment(ref answered) == answers)
                    {
                        enough.SetResult();
                    }
                }
            }
            catch (Exception lost) when (lost is HttpRequestException or IOException && enough.Task.IsCompleted)
            {
                // The host is gone; whether this act was done shows later.
            }
        })).ToList();
        await Task.WhenAny([enough.Task, .. desks]);
        await _host!.KillAsync();
        await Task.WhenAll(desks);
    }

    // The case on which a desk works: its last one, or a new one after that.
    private OrdinaryCase CaseAt(int desk, string department)
    {
        lock (_cases)
        {
            var desks = 2 * Departments.Length;
            while (_cases.Count <= desk)
            {
                _cases.Add(new OrdinaryCase(Departments[_cases.Count % Departments.Length], AnnexSize));
            }

            if (_cases[desk] is { Answered: OrdinaryCase.Acts } finished)
            {
                _cases.Add(finished);
                _cases[desk] = new OrdinaryCase(department, AnnexSize);
            }

            return _cases[desk];
        }
    }

    private async Task CheckAsync(Officers officers)
    {
        using var supervisor = await officers.As("supervisor");
        var waiting = new List<string>();
        foreach (var one in _cases.Where(one => one.Path is not null))
        {
            var document = await (await supervisor.GetAsync(one.Path)).JsonAsync();
            var trail = (await (await supervisor.GetAsync($"{one.Path}/timeline")).JsonAsync()).GetProperty("items");
            CheckAgrees(one, document, trail);
            await CheckFilesAsync(one, document, supervisor);
            waiting.AddRange(document.GetProperty("waiting").EnumerateArray().Select(task => task.GetProperty("id").GetString()!));
        }

        Assert.That(await TasksAsync(officers), Is.EquivalentTo(waiting));
    }

    // State, steps, opinions, files, clock, number and trail all tell of the same last act.
    private static void CheckAgrees(OrdinaryCase one, JsonElement document, JsonElement trail)
    {
        var version = document.GetProperty("version").GetInt32();
        var lines = trail.EnumerateArray().ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(version, Is.EqualTo(one.Answered).Or.EqualTo(one.IsWaiting ? one.Answered + 1 : one.Answered));
            Assert.That(document.GetProperty("state").GetString(), Is.EqualTo(States[version]));
            Assert.That(
                document.GetProperty("waiting").EnumerateArray().Select(task => task.GetProperty("step").GetString()),
                Is.EqualTo(Steps[version] is { } step ? new[] { step } : []));
            Assert.That(document.GetProperty("files").GetArrayLength(), Is.EqualTo(Math.Clamp(version - 1, 0, 2)));
            Assert.That(document.GetProperty("opinions").GetArrayLength(), Is.EqualTo(Math.Clamp(version - 4, 0, 4)));
            Assert.That(document.GetProperty("clocks").GetArrayLength(), Is.EqualTo(version >= 7 ? 1 : 0));
            Assert.That(document.GetProperty("number").ValueKind is JsonValueKind.String, Is.EqualTo(version == OrdinaryCase.Acts));
            Assert.That(lines.Select(line => line.GetProperty("number").GetInt32()), Is.EqualTo(Enumerable.Range(1, lines.Count)));
            Assert.That(
                lines.Where(line => line.GetProperty("actor").GetString() != "系统").Select(line => line.GetProperty("version").GetInt32()).Distinct(),
                Is.EqualTo(Enumerable.Range(1, version)));
        }
    }

    private static async Task CheckFilesAsync(OrdinaryCase one, JsonElement document, HttpClient client)
    {
        var kept = document.GetProperty("files").EnumerateArray()
            .ToDictionary(file => file.GetProperty("id").GetString()!, file => file.GetProperty("sha256").GetString()!);
        Assert.That(one.Files, Is.SubsetOf(kept));
        foreach (var (id, sha256) in kept)
        {
            var bytes = await client.GetByteArrayAsync($"{one.Path}/files/{id}");
            Assert.That(Convert.ToHexStringLower(SHA256.HashData(bytes)), Is.EqualTo(sha256));
        }
    }

    private static async Task<IReadOnlyList<string>> TasksAsync(Officers officers)
    {
        var tasks = new List<string>();
        foreach (var holder in Departments.Select(key => $"head.{key}").Append("reviewer").Append("clerk"))
        {
            using var client = await officers.As(holder);
            var page = await (await client.GetAsync("/api/v1/tasks?limit=200")).JsonAsync();
            tasks.AddRange(page.GetProperty("items").EnumerateArray().Select(task => task.GetProperty("id").GetString()!));
        }

        return tasks;
    }

    private async Task CheckNumbersAsync(Officers officers)
    {
        using var supervisor = await officers.As("supervisor");
        var documents = (await (await supervisor.GetAsync("/api/v1/documents?limit=200")).JsonAsync()).GetProperty("items")
            .EnumerateArray().Select(line => line.GetProperty("number").GetString()!).ToList();
        var ledger = (await (await supervisor.GetAsync("/api/v1/numbers")).JsonAsync()).GetProperty("items").EnumerateArray()
            .Select(line => line.GetProperty("ordinal").GetInt32());
        var audit = await (await supervisor.GetAsync("/api/v1/numbers/audit")).JsonAsync();
        Assert.That(audit.GetProperty("problems").GetArrayLength(), Is.Zero, audit.ToString());
        Assert.That(documents, Has.Count.EqualTo(_cases.Count).And.Unique);
        Assert.That(ledger, Is.EqualTo(Enumerable.Range(1, _cases.Count)));
    }

    private async Task VerifyAsync()
    {
        var (trail, numbers) = (
            Executable.RunAsync(_folder, "Development", "audit", "verify"),
            Executable.RunAsync(_folder, "Development", "numbers", "audit"));

        Assert.That((await trail).Exit, Is.Zero, (await trail).Output + (await trail).Error);
        Assert.That((await numbers).Exit, Is.Zero, (await numbers).Output + (await numbers).Error);
    }
}
