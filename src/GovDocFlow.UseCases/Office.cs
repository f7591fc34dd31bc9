using FluentValidation;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace GovDocFlow.UseCases;

/// <summary>The office's one door: pages, REST, command line and timers all come in here.</summary>
/// <remarks>One request is one scope and one transaction. An act that lost a database's lock race is run again, from the start.</remarks>
public sealed class Office(IServiceScopeFactory scopes, Database database)
{
    private const int Attempts = 4;

    /// <summary>Does what is asked, for <paramref name="by"/>.</summary>
    /// <param name="by">Who asks; null for what needs no officer: sign-in, the sweep, set-up.</param>
    /// <param name="once">The key under which the answer is remembered; null where none was given.</param>
    /// <exception cref="ValidationException">A field is wrong (422); all of them are named.</exception>
    /// <exception cref="RefusedException">A rule says no.</exception>
    /// <exception cref="StaleException">Somebody else acted since the version that the asker had seen.</exception>
    /// <exception cref="NotFoundException">It is not there, or not for this asker.</exception>
    public async Task<T> SendAsync<T>(
        IRequest<T> request, Officer? by, CancellationToken cancellation, IdempotencyKey? once = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(request, by, once, cancellation);
            }
            catch (RefusedException refused) when (refused.Refusal == Document.Classified && by is not null)
            {
                await SendAsync(
                    new Trails.RecordClassifiedRefusal.Command(request.GetType().DeclaringType!.Name), by, cancellation);
                throw;
            }
            catch (Exception trouble) when (attempt < Attempts && database.Dialect.IsTransient(trouble))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20 * attempt), cancellation);
            }
        }
    }

    // The scope, and with it every lock of a refused or failed act, is gone before anything is written about it.
    private async Task<T> TryAsync<T>(
        IRequest<T> request, Officer? by, IdempotencyKey? once, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var asker = scope.ServiceProvider.GetRequiredService<Asker>();
        asker.Officer = by;
        asker.Once = once;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellation);
    }
}

/// <summary>A client's key for an act that must not be done twice.</summary>
/// <param name="Path">The path that was called: a key counts per user and path.</param>
/// <param name="BodyHash">SHA-256 of the body, hex: the same key with another body is refused.</param>
public sealed record IdempotencyKey(string Key, string Path, string BodyHash);

/// <summary>Who asks in this scope.</summary>
internal sealed class Asker
{
    public Officer? Officer { get; set; }

    public IdempotencyKey? Once { get; set; }

    /// <summary>The signed-in officer; a use case that needs one is never sent without.</summary>
    public Officer Required => Officer ?? throw new InvalidOperationException("This needs a signed-in officer.");
}
