using GovDocFlow.Storage;

namespace GovDocFlow.Tests.Storage;

[OnEachDatabase]
public sealed class TrailStoreTests(DatabaseProvider provider)
{
    private const string Subject = "document:0199a0b0-0000-7000-8000-000000000001";
    private const string Other = "office";

    private TestDatabase _db = null!;

    [SetUp]
    public async Task TwoSubjectsWithFiveLinesEach()
    {
        _db = await TestDatabase.CreateAsync(provider);
        foreach (var subject in (string[])[Subject, Other])
        {
            await _db.ActAsync(async session =>
            {
                var trail = new TrailStore(session);
                await trail.OpenAsync(subject, CancellationToken.None);
                await trail.AppendAsync(subject, [Draft(1), Draft(2)], CancellationToken.None);
            });
            await AppendAsync(subject, Draft(3), Draft(4), Draft(5));
        }
    }

    [TearDown]
    public async Task Remove() => await _db.DisposeAsync();

    [Test]
    public async Task The_lines_read_back_as_they_were_written_each_tied_to_the_one_before()
    {
        var lines = await LinesAsync();

        Assert.That(lines.Select(line => line.Line), Is.EqualTo([1, 2, 3, 4, 5]));
        Assert.That(lines.Skip(1).Select(line => line.PreviousHash), Is.EqualTo(lines.SkipLast(1).Select(line => line.Hash)));
        Assert.That(lines[1], Is.EqualTo(new TrailEntry
        {
            Subject = Subject,
            Line = 2,
            At = new DateTimeOffset(2026, 2, 13, 8, 20, 2, TimeSpan.Zero),
            Actor = "0199a0b0-0000-7000-8000-0000000000aa",
            ActorName = "李秀英",
            OnBehalfOf = null,
            Verb = "approve",
            Detail = """{"opinion":"同意"}""",
            SubjectVersion = 2,
            PreviousHash = lines[0].Hash,
            Hash = lines[1].Hash,
        }));
    }

    [Test]
    public async Task A_trail_that_nobody_touched_is_whole()
    {
        var verdict = await VerifyAsync();

        Assert.That(verdict, Is.EqualTo(new TrailVerdict(2, 10, null)));
    }

    [Test]
    public async Task A_trail_without_lines_is_whole()
    {
        await _db.ActAsync(session => new TrailStore(session).OpenAsync("document:new", CancellationToken.None));

        var verdict = await VerifyAsync();

        Assert.That(verdict, Is.EqualTo(new TrailVerdict(3, 10, null)));
    }

    [TestCase("At", "2026-02-13T08:20:03.001Z")]
    [TestCase("At", "some day")]
    [TestCase("Actor", "system")]
    [TestCase("ActorName", "王芳")]
    [TestCase("OnBehalfOf", "")]
    [TestCase("Verb", "return")]
    [TestCase("Detail", "{}")]
    [TestCase("SubjectVersion", "7")]
    [TestCase("PreviousHash", "0")]
    [TestCase("Hash", "0")]
    [TestCase("Hash", "")]
    public async Task An_altered_line_is_named(string column, string value)
    {
        await _db.WriteAsync($"UPDATE TrailEntry SET {column} = @value WHERE Subject = @Subject AND Line = 3", new { value, Subject });

        var verdict = await VerifyAsync();

        Assert.That(verdict.Fault, Is.EqualTo(new TrailFault(Subject, 3, TrailFaultKind.Altered)));
    }

    [Test]
    public async Task A_line_that_was_written_anew_with_a_fitting_hash_is_named()
    {
        var third = (await LinesAsync())[2];
        var forged = new TrailLine
        {
            Subject = Subject,
            At = TextTypes.Text(third.At),
            Actor = third.Actor,
            ActorName = "王芳",
            Verb = third.Verb,
            Detail = third.Detail,
            SubjectVersion = third.SubjectVersion,
        };
        var hash = new TrailHasher().Hash(forged, 3, third.PreviousHash);
        await _db.WriteAsync(
            "UPDATE TrailEntry SET ActorName = '王芳', Hash = @hash WHERE Subject = @Subject AND Line = 3", new { hash, Subject });

        var verdict = await VerifyAsync();

        Assert.That(verdict.Fault, Is.EqualTo(new TrailFault(Subject, 3, TrailFaultKind.Altered)));
    }

    [TestCase(1)]
    [TestCase(3)]
    public async Task A_deleted_line_is_named(int line)
    {
        await _db.WriteAsync("DELETE FROM TrailEntry WHERE Subject = @Subject AND Line = @line", new { Subject, line });

        var verdict = await VerifyAsync();

        Assert.That(verdict.Fault, Is.EqualTo(new TrailFault(Subject, line, TrailFaultKind.Missing)));
    }

    [Test]
    public async Task A_deleted_line_is_named_though_the_others_were_numbered_anew()
    {
        await _db.WriteAsync("DELETE FROM TrailEntry WHERE Subject = @Subject AND Line = 3", new { Subject });
        await RenumberAsync(4, 3);
        await RenumberAsync(5, 4);

        var verdict = await VerifyAsync();

        Assert.That(verdict.Fault, Is.EqualTo(new TrailFault(Subject, 3, TrailFaultKind.Missing)));
    }

    [TestCase(5, 5)]
    [TestCase(4, 4)]
    [TestCase(1, 1)]
    public async Task A_cut_off_tail_is_named(int firstCut, int named)
    {
        await _db.WriteAsync("DELETE FROM TrailEntry WHERE Subject = @Subject AND Line >= @firstCut", new { Subject, firstCut });

        var verdict = await VerifyAsync();

        Assert.That(verdict.Fault, Is.EqualTo(new TrailFault(Subject, named, TrailFaultKind.Missing)));
    }

    [Test]
    public async Task A_cut_off_tail_of_the_last_subject_is_named()
    {
        await _db.WriteAsync("DELETE FROM TrailEntry WHERE Subject = @Other AND Line = 5", new { Other });

        var verdict = await VerifyAsync();

        Assert.That(verdict.Fault, Is.EqualTo(new TrailFault(Other, 5, TrailFaultKind.Missing)));
    }

    [Test]
    public async Task An_inserted_line_is_named_though_the_others_made_room_for_it()
    {
        await RenumberAsync(5, 6);
        await RenumberAsync(4, 5);
        await RenumberAsync(3, 4);
        await InsertAsync(3);

        var verdict = await VerifyAsync();

        Assert.That(verdict.Fault, Is.EqualTo(new TrailFault(Subject, 3, TrailFaultKind.Inserted)));
    }

    [Test]
    public async Task An_inserted_line_is_named_though_its_own_hash_fits()
    {
        var second = (await LinesAsync())[1];
        var forged = new TrailLine { Subject = Subject, At = TextTypes.Text(second.At) };
        await RenumberAsync(5, 6);
        await RenumberAsync(4, 5);
        await RenumberAsync(3, 4);
        await InsertAsync(3, forged with { PreviousHash = second.Hash, Hash = new TrailHasher().Hash(forged, 3, second.Hash) });

        var verdict = await VerifyAsync();

        Assert.That(verdict.Fault, Is.EqualTo(new TrailFault(Subject, 3, TrailFaultKind.Inserted)));
    }

    [TestCase(6)]
    [TestCase(0)]
    public async Task A_line_outside_the_numbers_is_named(int line)
    {
        await InsertAsync(line);

        var verdict = await VerifyAsync();

        Assert.That(verdict.Fault, Is.EqualTo(new TrailFault(Subject, line, TrailFaultKind.Inserted)));
    }

    [TestCase(2, 3)]
    [TestCase(1, 5)]
    public async Task Two_lines_that_changed_places_are_named(int one, int two)
    {
        await RenumberAsync(one, 99);
        await RenumberAsync(two, one);
        await RenumberAsync(99, two);

        var verdict = await VerifyAsync();

        Assert.That(verdict.Fault, Is.EqualTo(new TrailFault(Subject, one, TrailFaultKind.Reordered)));
    }

    [Test]
    public async Task A_finding_reads_in_Chinese_and_in_English()
    {
        await _db.WriteAsync("DELETE FROM TrailEntry WHERE Subject = @Other AND Line = 5", new { Other });

        var verdict = await VerifyAsync();

        Assert.That(
            (verdict.Fault?.What.Zh, verdict.Fault?.What.En),
            Is.EqualTo(("office 的第 5 条留痕已缺失。", "Trail line 5 of office is missing.")));
    }

    [Test]
    public async Task Fifty_acts_on_one_subject_at_once_give_lines_without_gaps()
    {
        await Task.WhenAll(Enumerable.Range(6, 50).Select(n => Task.Run(() => AppendAsync(Subject, Draft(n)))));

        Assert.That((await LinesAsync()).Select(line => line.Line), Is.EqualTo(Enumerable.Range(1, 55)));
        Assert.That(await VerifyAsync(), Is.EqualTo(new TrailVerdict(2, 60, null)));
    }

    [Test]
    public void A_subject_without_a_trail_cannot_be_written_to()
    {
        Assert.That(
            () => AppendAsync("document:unknown", Draft(1)),
            Throws.InvalidOperationException.With.Message.EqualTo("No trail was opened for 'document:unknown'."));
    }

    [Test]
    public void Text_moved_from_one_field_to_the_next_gives_another_hash()
    {
        var hasher = new TrailHasher();

        var hashes = new[]
        {
            hasher.Hash(new() { Actor = "ab", ActorName = "c" }, 1, TrailHead.NoHash),
            hasher.Hash(new() { Actor = "a", ActorName = "bc" }, 1, TrailHead.NoHash),
            hasher.Hash(new() { Actor = "ab", ActorName = "c", OnBehalfOf = "" }, 1, TrailHead.NoHash),
        };

        Assert.That(hashes, Is.Unique);
    }

    private static TrailDraft Draft(int n) => new(
        new DateTimeOffset(2026, 2, 13, 16, 20, n, TimeSpan.FromHours(8)),
        "0199a0b0-0000-7000-8000-0000000000aa",
        "李秀英",
        n % 2 == 0 ? null : "张伟",
        "approve",
        """{"opinion":"同意"}""",
        n);

    private Task AppendAsync(string subject, params TrailDraft[] lines) =>
        _db.ActAsync(session => new TrailStore(session).AppendAsync(subject, lines, CancellationToken.None));

    private Task<IReadOnlyList<TrailEntry>> LinesAsync() =>
        _db.AskAsync(session => new TrailStore(session).ReadAsync(Subject, CancellationToken.None));

    private Task<TrailVerdict> VerifyAsync() =>
        _db.AskAsync(session => new TrailStore(session).VerifyAsync(null, CancellationToken.None));

    private Task RenumberAsync(int from, int to) => _db.WriteAsync(
        "UPDATE TrailEntry SET Line = @to WHERE Subject = @Subject AND Line = @from", new { Subject, from, to });

    private Task InsertAsync(int line, TrailLine? forged = null) => _db.WriteAsync(
        """
        INSERT INTO TrailEntry (Subject, Line, At, Actor, ActorName, Verb, Detail, SubjectVersion, PreviousHash, Hash)
        VALUES (@Subject, @Line, @At, @Actor, @ActorName, @Verb, @Detail, @SubjectVersion, @PreviousHash, @Hash)
        """,
        (forged ?? new TrailLine { At = "2026-02-13T08:20:03.000Z", Hash = "forged" }) with { Subject = Subject, Line = line });
}
