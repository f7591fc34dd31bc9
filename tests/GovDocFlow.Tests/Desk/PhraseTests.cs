using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.UseCases.Desk;
using GovDocFlow.UseCases.Review;

namespace GovDocFlow.Tests.Desk;

internal sealed class PhraseTests
{
    private TestOffice _office = null!;

    [SetUp]
    public async Task OpenTheOffice() => _office = await TestOffice.OpenAsync();

    [TearDown]
    public async Task CloseTheOffice() => await _office.DisposeAsync();

    [Test]
    public async Task An_officers_own_phrases_come_before_those_of_the_office()
    {
        var saved = await _office.Send(new SavePhrase.Command(null, DecisionVerb.Return, " 请补充依据。 "), by: "reviewer");

        var own = (await _office.Send(new ReadPhrases.Query(DecisionVerb.Return), by: "reviewer")).Items;
        var anothers = (await _office.Send(new ReadPhrases.Query(), by: "signer")).Items;

        Assert.That(own[0], Is.EqualTo(new Phrase(saved.Id, DecisionVerb.Return, "请补充依据。")));
        Assert.That(own.Select(phrase => phrase.Verb), Is.All.EqualTo(DecisionVerb.Return));
        Assert.That(own, Has.Count.GreaterThan(1));
        Assert.That(anothers.Select(phrase => phrase.Id), Is.All.Null);
    }

    [Test]
    public async Task A_phrase_is_changed_and_removed_by_its_officer_only()
    {
        var id = (await _office.Send(new SavePhrase.Command(null, null, "阅。"), by: "reviewer")).Id!.Value;

        Assert.That(() => _office.Send(new SavePhrase.Command(id, null, "改"), by: "signer"), Throws.TypeOf<NotFoundException>());
        Assert.That(() => _office.Send(new RemovePhrase.Command(id), by: "signer"), Throws.TypeOf<NotFoundException>());
        await _office.Send(new SavePhrase.Command(id, null, "已阅。"), by: "reviewer");
        Assert.That((await Own())[0].Words, Is.EqualTo("已阅。"));
        await _office.Send(new RemovePhrase.Command(id), by: "reviewer");
        Assert.That((await Own()).Select(phrase => phrase.Id), Is.All.Null);
    }

    [Test]
    public async Task Nobody_keeps_more_than_fifty()
    {
        for (var number = 1; number <= 50; number++)
        {
            await _office.Send(new SavePhrase.Command(null, null, $"意见 {number}"), by: "reviewer");
        }

        var refusal = Assert.ThrowsAsync<RefusedException>(
            () => _office.Send(new SavePhrase.Command(null, null, "再一条"), by: "reviewer"))!.Refusal;

        Assert.That(refusal.Code, Is.EqualTo("TOO_MANY_PHRASES"));
    }

    [Test]
    public void An_empty_phrase_is_no_phrase()
    {
        Assert.That(
            () => _office.Send(new SavePhrase.Command(null, null, "  "), by: "reviewer"), Throws.TypeOf<ValidationException>());
    }

    private async Task<IReadOnlyList<Phrase>> Own() => (await _office.Send(new ReadPhrases.Query(), by: "reviewer")).Items;
}
