using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using GovDocFlow.Documents;
using GovDocFlow.Storage;
using MediatR;

namespace GovDocFlow.UseCases.People;

/// <summary>Somebody shows who they are and gets a token for half a day.</summary>
public static class SignIn
{
    private const int TokenBytes = 32;
    private const int LongestAddress = 64;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private static readonly TimeSpan FailuresCountFor = TimeSpan.FromMinutes(15);

    /// <summary>Asks for it. Refused alike for a wrong name, a wrong password and a disabled user (SIGN_IN_FAILED).</summary>
    /// <param name="Address">Where it comes from, for the log; null where that is not known.</param>
    public sealed record Command(string UserName, string Password, string? Address) : IRequest<Answer>;

    /// <summary>The way in.</summary>
    /// <param name="Token">Shown this once: only its hash is kept.</param>
    /// <param name="ExpiresAt">The first moment at which it no longer counts.</param>
    public sealed record Answer(string Token, DateTimeOffset ExpiresAt, UserView User);

    internal sealed class Handler(
        Session session,
        OfficerStore officers,
        SessionTokenStore tokens,
        Staff staff,
        Passwords passwords,
        Settings settings,
        TimeProvider clock) : IRequestHandler<Command, Answer>
    {
        public async Task<Answer> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var failures = await tokens.FailedSignInsAsync(command.UserName, now - FailuresCountFor, now, cancellationToken);
            RefusedException.ThrowIf(failures >= settings.FailedSignInLimit ? TooManyAttempts : null);

            var found = await officers.FindByUserNameAsync(command.UserName, cancellationToken);
            var succeeded = passwords.Matches(command.Password, found?.PasswordHash) && found is { Disabled: false };
            var address = command.Address is { Length: > LongestAddress } tooLong ? tooLong[..LongestAddress] : command.Address;
            await tokens.LogSignInAsync(command.UserName, succeeded, address, now, cancellationToken);
            if (!succeeded)
            {
                // A refusal keeps nothing else, but the attempt must count.
                await session.CommitAsync(cancellationToken);
                throw new RefusedException(Failed);
            }

            var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
            await tokens.AddAsync(HashOf(token), found!.Id, now, now + Lifetime, cancellationToken);
            return new Answer(
                token, now + Lifetime, UserView.Of(found, await staff.DepartmentsAsync(cancellationToken)));
        }

        private static readonly Refusal Failed = new(
            RefusalKind.NotSignedIn,
            "SIGN_IN_FAILED",
            new("用户名或密码不正确。", "The user name or the password is wrong."));

        private static readonly Refusal TooManyAttempts = new(
            RefusalKind.TooOften,
            "TOO_MANY_ATTEMPTS",
            new("该用户名登录失败次数过多，请 15 分钟后再试。", "Too many failed sign-ins under this name; try again in 15 minutes."));
    }

    /// <summary>Under what a token is kept.</summary>
    internal static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
