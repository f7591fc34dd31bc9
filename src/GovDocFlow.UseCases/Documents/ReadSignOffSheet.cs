using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Papers;
using GovDocFlow.Storage.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Documents;

/// <summary>发文稿纸 as a docx.</summary>
public static class ReadSignOffSheet
{
    /// <summary>Asks for it.</summary>
    public sealed record Query(Guid Id) : IRequest<PaperFile>;

    internal sealed class Handler(Casework casework, DocumentStore documents, DocumentViews views)
        : IRequestHandler<Query, PaperFile>
    {
        public async Task<PaperFile> Handle(Query query, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Sight.WhyNot(casework.By));
            var document = await casework.OpenAsync(query.Id, DocumentParts.All, cancellationToken);
            var view = await views.OfAsync(document, cancellationToken);
            var opinions = await documents.OpinionsAsync(document.Id, cancellationToken);
            return new PaperFile($"发文稿纸-{document.Draft.Title}.docx", DocxWriter.SignOffSheet(Sheet(document, view, opinions)));
        }

        private static SignOffSheet Sheet(Document document, DocumentView view, IReadOnlyList<Opinion> opinions) => new()
        {
            Heading = $"{document.Draft.IssuingOrgan}发文稿纸",
            Title = document.Draft.Title,
            Kind = DocumentKindNames.Of(document.Draft.Kind).Zh,
            Number = document.Number,
            Urgency = Text(document.Draft.Urgency),
            Secrecy = "非涉密",
            Attribute = document.Draft.Attribute is { } attribute ? DisclosureNames.Of(attribute.Value).Zh : null,
            AttributeGround = Ground(document.Draft.Attribute),
            FairCompetition = !document.Draft.AffectsMarketActors ? "不需要"
                : document.CurrentFile(FileRole.FairCompetitionReview) is null ? "未附" : "已审查",
            Legality = !document.Draft.NormativeOrMajor ? "不需要"
                : document.CurrentFile(FileRole.LegalityOpinion) is null ? "未附" : "已附合法性审核意见",
            Interpretation = view.Interpretation.Owed ? "须解读" : "不需解读",
            Department = view.DepartmentName,
            Drafter = view.Drafter,
            Phone = document.Draft.Phone,
            DraftedOn = Day(ChinaTime.DayOf(document.CreatedAt)),
            Countersigners = document.Draft.JointIssuers.Count == 0 ? null : string.Join('、', document.Draft.JointIssuers),
            MainRecipients = document.Draft.MainRecipients,
            CopyRecipients = document.Draft.CopyRecipients,
            Copies = document.Draft.Copies?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Attachments = [.. document.Files.Where(file => file.Current && file.Role != FileRole.Body).Select(Attached)],
            Signer = view.Signer,
            SignedOn = view.SignedOn is { } signedOn ? Day(signedOn) : null,
            FormedOn = document.FormedOn is { } formedOn ? Day(formedOn) : null,
            IssuedOn = document.IssuedAt is { } issuedAt ? Day(ChinaTime.DayOf(issuedAt)) : null,
            Annotation = Annotation(document.Draft.Attribute),
            Opinions =
            [
                .. opinions.Select(opinion => new SignOffOpinion(
                    opinion.StepName,
                    opinion.ByName,
                    opinion.ByTitle,
                    opinion.Verb == "return" ? $"退回：{opinion.Text}" : opinion.Text,
                    Day(ChinaTime.DayOf(opinion.At)))),
            ],
        };

        private static string Attached(DocumentFile file) => $"{FileRoleNames.Of(file.Role).Zh}：{file.Name}";

        private static string Day(DateOnly day) => $"{day:yyyy年M月d日}";

        private static string Text(Urgency urgency) => urgency switch
        {
            Urgency.Routine => "平件",
            Urgency.Urgent => "加急",
            Urgency.MostUrgent => "特急",
        };

        private static string? Ground(DisclosureAttribute? attribute) => attribute is null or { Value: Disclosure.Proactive }
            ? null
            : string.Join('；', new[] { Grounds.Named(attribute.Ground) is { } ground ? $"{ground.Name.Zh}（{ground.Article}）" : null, attribute.Explanation }
                .Where(text => !string.IsNullOrWhiteSpace(text)));

        private static string? Annotation(DisclosureAttribute? attribute) => attribute?.Value switch
        {
            Disclosure.Proactive => "（此件公开发布）",
            Disclosure.Partial => "（此件删减后公开）",
            Disclosure.OnRequest => "（此件依申请公开）",
            Disclosure.Exempt => "（此件不公开）",
            null => null,
        };
    }
}
