using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Documents.Papers;
using GovDocFlow.Papers;
using GovDocFlow.Storage;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Drafting;

/// <summary>A file comes in: read once, checked, and kept with the document.</summary>
public static class AddFile
{
    /// <summary>Asks for it.</summary>
    /// <param name="Version">The version that the drafter was looking at; null where they did not say.</param>
    /// <param name="Name">The file's own name; a path before it is cut off.</param>
    public sealed record Command(Guid DocumentId, int? Version, FileRole Role, string Name, Spool File) : IRequest<FileView>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Name)
            .Must(name => !string.IsNullOrWhiteSpace(name) && name.Length <= 255)
            .Says("WRONG_VALUE", "文件名不能为空，且不超过 255 字。", "A file name has 1 to 255 characters.");
    }

    internal sealed class Handler(Casework casework, FileStore files, PaperTextStore papers, PdfText pdf)
        : IRequestHandler<Command, FileView>
    {
        public async Task<FileView> Handle(Command command, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(Document.WhyNotStart(casework.By));

            // Asked before the file is read, so that reading holds no lock, and again under the lock.
            var seen = await casework.OpenAsync(command.DocumentId, DocumentParts.None, cancellationToken);
            RefusedException.ThrowIf(seen.WhyNotEdit(casework.By));
            var name = Path.GetFileName(command.Name.Replace('\\', '/'));
            var reading = await PaperReader.ReadAsync(command.File.Content, name, pdf, cancellationToken);
            RefusedException.ThrowIf(WhyNot(command.Role, reading));

            var document = await casework.OpenToActAsync(
                command.DocumentId, command.Version, DocumentParts.Files, cancellationToken);
            var outcome = document.AddFile(
                command.Role, name, reading.ContentType, command.File.Size, command.File.Sha256, casework.By, casework.Now);
            await files.StoreAsync(
                command.File.Sha256, command.File.Content, command.File.Size, casework.Now, cancellationToken);
            if (reading.Paper is { } paper)
            {
                await papers.StoreAsync(command.File.Sha256, paper, cancellationToken);
            }

            await casework.KeepAsync(outcome, cancellationToken);
            return FileView.Of(outcome.File!);
        }

        private Refusal? WhyNot(FileRole role, Reading reading)
        {
            if (reading.Paper is { } paper && SecrecyMark.Find(paper) is not null)
            {
                return Document.Classified;
            }

            return role is FileRole.Body && reading.Kind is not FileKind.Docx && !(reading.Kind is FileKind.Pdf && pdf.IsInstalled)
                ? new Refusal(
                    RefusalKind.WrongKind,
                    "FILE_KIND",
                    pdf.IsInstalled
                        ? new("正文须为 docx 或 PDF。", "The body must be a docx or a PDF.")
                        : new("正文须为 docx：本机未安装 PDF 文本提取程序，无法检查密级标志。", "The body must be a docx: without a PDF text extractor its secrecy mark cannot be checked."))
                : null;
        }
    }
}
