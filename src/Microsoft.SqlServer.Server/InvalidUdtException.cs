namespace Microsoft.SqlServer.Server;

/// <summary>A CLR type breaks the rules for types in a database.</summary>
public sealed class InvalidUdtException : SystemException
{
    /// <summary>Without a reason.</summary>
    public InvalidUdtException()
    {
    }

    /// <summary>With the reason as its message.</summary>
    public InvalidUdtException(string message)
        : base(message)
    {
    }

    /// <summary>With the reason and what caused it.</summary>
    public InvalidUdtException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Names the type and the resource key of the reason, as the driver does.</summary>
    public static InvalidUdtException Create(Type udtType, string resourceReason) =>
        new($"'{udtType.FullName}' is not a valid user-defined type: {resourceReason}.");
}
