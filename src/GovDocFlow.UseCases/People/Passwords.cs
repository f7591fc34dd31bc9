using System.Globalization;
using System.Security.Cryptography;

namespace GovDocFlow.UseCases.People;

/// <summary>Makes and checks password hashes: PBKDF2 with SHA-256; each hash carries its own salt and number of rounds.</summary>
internal sealed class Passwords(Settings settings)
{
    private const string Scheme = "pbkdf2-sha256";
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    private readonly Lazy<string> _nobodys = new(() => Hash("", settings.PasswordIterations));

    /// <summary>The hash under which the office keeps a new password.</summary>
    public string Hash(string password) => Hash(password, settings.PasswordIterations);

    /// <summary>Whether the password is the one that was hashed.</summary>
    /// <param name="hash">Null for somebody who is not there: it takes as long, and says no.</param>
    public bool Matches(string password, string? hash)
    {
        var parts = (hash ?? _nobodys.Value).Split('$');
        if (parts is not [Scheme, var iterations, var salt, var kept])
        {
            throw new InvalidOperationException("A kept password hash is of an unknown scheme.");
        }

        var derived = Derive(password, Convert.FromBase64String(salt), int.Parse(iterations, CultureInfo.InvariantCulture));
        return CryptographicOperations.FixedTimeEquals(derived, Convert.FromBase64String(kept)) && hash is not null;
    }

    private static string Hash(string password, int iterations)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Scheme}${iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(Derive(password, salt, iterations))}");
    }

    private static byte[] Derive(string password, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA256, HashBytes);
}
