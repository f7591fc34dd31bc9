using GovDocFlow.Documents;
using GovDocFlow.Storage;
using GovDocFlow.Tests.Storage;
using GovDocFlow.UseCases.Deadlines;

namespace GovDocFlow.Tests.Clocks;

/// <summary>An office with a document in every state, left alone for half a year: time reminds, and decides nothing.</summary>
[OnEachDatabase]
internal sealed class LongDowntimeTests(DatabaseProvider provider)
{
    private static readonly string[] OfTheSweep = ["remind", "escalate", "supervision"];

    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync(provider: provider);

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task After_half_a_year_every_document_stands_where_people_left_it()
    {
        var ids = await ADocumentInEveryState();
        var before = await Standing(ids);
        var lines = await _office.Read<int>("SELECT COUNT(*) FROM TrailEntry");

        for (var week = 0; week < 26; week++)
        {
            _office.Clock.Advance(TimeSpan.FromDays(7));
            await _office.Send(new SweepClocks.Command());
        }

        var added = await _office.Rows<string>(
            "SELECT DISTINCT Verb FROM TrailEntry WHERE At > @then", new { then = TestOffice.MondayMorning.AddHours(12) });
        Assert.That(before.Select(one => one.State), Is.EquivalentTo(Enum.GetValues<DocumentState>()));
        Assert.That(await Standing(ids), Is.EqualTo(before));
        Assert.That(await _office.Read<int>("SELECT COUNT(*) FROM TrailEntry"), Is.GreaterThan(lines + 40));
        Assert.That(added, Is.EquivalentTo(OfTheSweep));
        Assert.That(
            await _office.Rows<string>("SELECT DISTINCT Verb FROM TrailEntry WHERE ActorName = '系统'"),
            Is.EquivalentTo(OfficeActs.VerbsOfTheSystem));
    }

    private async Task<IReadOnlyList<(DocumentState State, int Version, string Tasks, string? Number, int Publications)>> Standing(
        IReadOnlyList<Guid> ids)
    {
        var standing = new List<(DocumentState, int, string, string?, int)>();
        foreach (var id in ids)
        {
            var view = await _office.See(id);
            standing.Add((
                view.State,
                view.Version,
                string.Join(' ', view.Waiting.Select(task => task.Id)),
                view.Number,
                view.Publications.Count));
        }

        return standing;
    }

    private async Task<IReadOnlyList<Guid>> ADocumentInEveryState()
    {
        var draft = await _office.AnOrdinaryDraft();
        var returned = await _office.AnOrdinaryDraft(change: asked => asked with { Attribute = null });
        await _office.Submit(returned);
        var underReview = await _office.AnOrdinaryDraft();
        await _office.Submit(underReview);
        var cancelled = await _office.AnOrdinaryDraft();
        await _office.Submit(cancelled);
        await _office.Cancel(cancelled);
        var signedOff = await SignedOff(await _office.AnOrdinaryDraft());
        var issued = await SignedOff(await _office.ANormativeDraftOfADepartment());
        await _office.Issue(issued, "巴科规");
        var published = await SignedOff(await _office.ACompleteDraft());
        await _office.Issue(published, "巴府规");
        await _office.Publish(published);
        var archived = await SignedOff(await _office.AnOrdinaryDraft());
        await _office.Issue(archived);
        await _office.Publish(archived);
        await _office.Send(new GovDocFlow.UseCases.Issuing.ArchiveDocument.Command(archived, null), "clerk");
        return [draft, returned, underReview, cancelled, signedOff, issued, published, archived];
    }

    private async Task<Guid> SignedOff(Guid id)
    {
        await _office.Submit(id);
        await _office.WalkTo(id);
        return id;
    }
}
