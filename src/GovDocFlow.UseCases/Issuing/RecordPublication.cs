using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Storage.Documents;
using GovDocFlow.UseCases.Documents;
using MediatR;

namespace GovDocFlow.UseCases.Issuing;

/// <summary>The publisher records where and when a document or its interpretation went public.</summary>
public static class RecordPublication
{
    /// <summary>Asks for it.</summary>
    /// <param name="Version">The version that the publisher was looking at; null where they did not say.</param>
    /// <param name="PublishedAt">Between issue and now; null is now.</param>
    public sealed record Command(
        Guid DocumentId, int? Version, PublicationPart Part, Channel Channel, string Url, DateTimeOffset? PublishedAt)
        : IRequest<DocumentView>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Url)
            .Must(url => url is { Length: <= 1000 }
                && Uri.TryCreate(url, UriKind.Absolute, out var address)
                && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
            .Says(
                "WRONG_VALUE",
                "请填写以 http:// 或 https:// 开头的完整网址，不超过 1000 字。",
                "Give a full address that begins with http:// or https://, of at most 1,000 characters.");
    }

    internal sealed class Handler(Casework casework, Procedures procedures, DocumentViews views)
        : IRequestHandler<Command, DocumentView>
    {
        public async Task<DocumentView> Handle(Command command, CancellationToken cancellationToken)
        {
            RefusedException.ThrowIf(WhyNever(casework.By));
            var document = await casework.OpenToActAsync(
                command.DocumentId, command.Version, DocumentParts.All, cancellationToken);
            RefusedException.ThrowIf(document.WhyNotPublish(casework.By));
            var rules = await casework.RulesAsync(document, cancellationToken);
            var outcome = document.Publish(
                command.Part,
                command.Channel,
                command.Url,
                command.PublishedAt,
                rules.OwesInterpretation(document.Draft),
                procedures.Clocks,
                casework.By,
                casework.Now);
            await casework.KeepAsync(outcome, cancellationToken);
            return await views.OfAsync(outcome.After, cancellationToken);
        }
    }

    internal static Refusal? WhyNever(Officer by) => by.Is(Role.Publisher)
        ? null
        : Refusal.Never("NOT_A_PUBLISHER", "只有公开发布员可以登记发布。", "Only a publisher records publications.");
}
