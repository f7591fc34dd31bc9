using System.Collections.ObjectModel;
using GovDocFlow.Documents;
using GovDocFlow.Papers;
using GovDocFlow.UseCases.Documents;
using GovDocFlow.UseCases.Drafting;
using GovDocFlow.UseCases.Issuing;
using GovDocFlow.UseCases.Review;

namespace GovDocFlow.Benchmarks.Trial;

/// <summary>Takes a government's normative document with all its papers through the use cases, as far as is asked.</summary>
internal sealed class SampleCases(TrialOffice office)
{
    public const string Series = "巴府规";
    public const string Organ = "巴中市人民政府";

    private static readonly IReadOnlyDictionary<FileRole, byte[]> Papers = new ReadOnlyDictionary<FileRole, byte[]>(
        new Dictionary<FileRole, byte[]>
        {
            [FileRole.Body] = Paper("body"),
            [FileRole.InterpretationPlan] = Paper("plan"),
            [FileRole.InterpretationMaterial] = Paper("interpretation"),
            [FileRole.LegalityOpinion] = Paper("legality"),
            [FileRole.ConsultationReport] = Paper("consultation"),
        });

    /// <summary>A draft with its files.</summary>
    public async Task<Guid> DraftAsync(string department, CancellationToken cancellation)
    {
        var drafter = $"drafter.{department}";
        var document = await office.SendAsync(new CreateDraft.Command(Draft()), drafter, cancellation);
        foreach (var (role, content) in Papers)
        {
            await using var spool = await Spool.FillAsync(new MemoryStream(content), cancellation);
            await office.SendAsync(
                new AddFile.Command(document.Id, null, role, $"{OutsideName.Of(role)}.docx", spool), drafter, cancellation);
        }

        return document.Id;
    }

    /// <summary>A case that waits at the first step: the head of its department.</summary>
    public async Task<DocumentView> SubmitAsync(string department, CancellationToken cancellation)
    {
        var id = await DraftAsync(department, cancellation);
        var answer = await office.SendAsync(new SubmitDraft.Command(id, null, null), $"drafter.{department}", cancellation);
        return answer.ReturnNotice is null
            ? await office.SendAsync(new ReadDocument.Query(id), $"head.{department}", cancellation)
            : throw new InvalidOperationException($"The sample case came back: {string.Join(", ", answer.ReturnNotice.Items)}");
    }

    /// <summary>A case that waits for the office's review.</summary>
    public async Task<DocumentView> ToOfficeReviewAsync(string department, CancellationToken cancellation) =>
        await ApproveAsync(await SubmitAsync(department, cancellation), cancellation);

    /// <summary>A case that everybody has approved.</summary>
    public async Task<DocumentView> ToSignedOffAsync(string department, CancellationToken cancellation)
    {
        var document = await SubmitAsync(department, cancellation);
        while (document.State is DocumentState.UnderReview)
        {
            document = await ApproveAsync(document, cancellation);
        }

        return document;
    }

    /// <summary>A numbered case whose publication clocks run.</summary>
    public async Task<DocumentView> ToIssuedAsync(string department, CancellationToken cancellation)
    {
        var document = await ToSignedOffAsync(department, cancellation);
        return await office.SendAsync(
            new IssueDocument.Command(document.Id, null, Series, null, null), "clerk", cancellation);
    }

    /// <summary>A case that is public with its interpretation.</summary>
    public async Task<DocumentView> ToPublishedAsync(string department, CancellationToken cancellation)
    {
        var document = await ToIssuedAsync(department, cancellation);
        foreach (var part in new[] { PublicationPart.Document, PublicationPart.Interpretation })
        {
            document = await office.SendAsync(
                new RecordPublication.Command(
                    document.Id, null, part, Channel.Website, $"https://www.example.gov.cn/{document.Id}", null),
                "publisher",
                cancellation);
        }

        return document;
    }

    private async Task<DocumentView> ApproveAsync(DocumentView document, CancellationToken cancellation)
    {
        var task = document.Waiting[0];
        var holder = task.Role is Role.Head ? $"head.{task.Department}" : OutsideName.Of(task.Role);
        return await office.SendAsync(
            new DecideTask.Command(task.Id, null, DecisionVerb.Approve, "同意。"), holder, cancellation);
    }

    private Draft Draft() => new()
    {
        Title = "巴中市人民政府关于印发《巴中市城镇老旧小区改造补助资金管理实施细则》的通知",
        Kind = DocumentKind.Notice,
        IssuerLevel = IssuerLevel.Government,
        IssuingOrgan = Organ,
        Normative = true,
        Policy = true,
        Secrecy = "none",
        EffectiveOn = DateOnly.FromDateTime(office.Clock.GetUtcNow().Date).AddMonths(2),
        Attribute = new DisclosureAttribute(Disclosure.Proactive),
        ResponsiblePerson = "岑若谷",
        MainRecipients = "各县（区）人民政府，市级各部门，有关单位",
        CopyRecipients = "市委办公室，市人大常委会办公室，市政协办公室",
        Copies = 60,
        Phone = "0827-5550505",
    };

    private static byte[] Paper(string name)
    {
        using var text = typeof(SampleCases).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The text '{name}' is not in this program.");
        using var reader = new StreamReader(text);
        return DocxWriter.FromText(reader.ReadToEnd());
    }
}
