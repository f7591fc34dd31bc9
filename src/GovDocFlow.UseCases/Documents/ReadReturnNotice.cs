using GovDocFlow.Deadlines;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Cases;
using GovDocFlow.Papers;
using GovDocFlow.Storage.Documents;
using MediatR;
using SheetItem = GovDocFlow.Papers.NoticeItem;

namespace GovDocFlow.UseCases.Documents;

/// <summary>退文单 as a docx.</summary>
public static class ReadReturnNotice
{
    /// <summary>Asks for the notice of the document's n-th return.</summary>
    public sealed record Query(Guid Id, int N) : IRequest<PaperFile>;

    internal sealed class Handler(Casework casework, ReturnNoticeStore notices, Staff staff) : IRequestHandler<Query, PaperFile>
    {
        public async Task<PaperFile> Handle(Query query, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Sight.WhyNot(casework.By));
            var document = await casework.OpenAsync(query.Id, DocumentParts.Files, cancellationToken);
            var notice = await notices.FindAsync(query.Id, query.N, cancellationToken) ?? throw new NotFoundException("returnNotice");
            var department = (await staff.DepartmentsAsync(cancellationToken))
                .FirstOrDefault(known => known.Key == document.Department)?.Name ?? document.Department;
            return new PaperFile($"退文单-{notice.Number ?? $"第{notice.N}次"}.docx", DocxWriter.ReturnNotice(Sheet(document, notice, department)));
        }

        private static ReturnNoticeSheet Sheet(Document document, ReturnNotice notice, string department) => new()
        {
            Title = "退文单",
            Kind = notice.Kind switch
            {
                ReturnKind.SelfCheck => "自检退回",
                ReturnKind.Internal => "部门内部退回",
                ReturnKind.Official => "退文",
            },
            Number = notice.Number,
            N = notice.N,
            DocumentTitle = document.Draft.Title,
            Department = department,
            By = notice.ByName,
            AtText = $"{ChinaTime.ToChina(notice.At):yyyy年M月d日 HH:mm}",
            Opinion = notice.Opinion,
            Items = [.. notice.Items.Select(Line)],
            Warnings =
            [
                .. notice.Warnings.Select((warning, index) => new SheetItem(
                    index + 1, warning.Code, warning.Message.Zh, warning.Basis, warning.Fix.Zh, warning.Location, null)),
            ],
            Files = [.. document.Files.Where(file => file.At <= notice.At).Select(file => new NoticeFile(file.Name, file.Sha256, file.Version))],
        };

        private static SheetItem Line(GovDocFlow.Documents.Cases.NoticeItem item) => new(
            item.Item, item.Code, item.Message.Zh, item.Basis, item.Fix?.Zh, item.Location, Status(item));

        private static string Status(GovDocFlow.Documents.Cases.NoticeItem item) => item.Status switch
        {
            ItemStatus.Fixed => "已整改",
            ItemStatus.Answered => $"已答复：{item.Answer}",
            ItemStatus.Open => "待整改",
        };
    }
}

/// <summary>A paper that the office made.</summary>
/// <param name="Name">The name under which it is saved.</param>
public sealed record PaperFile(string Name, byte[] Content);
