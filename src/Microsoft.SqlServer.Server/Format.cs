namespace Microsoft.SqlServer.Server;

/// <summary>How a CLR type is laid out in the database; the values are the driver's.</summary>
public enum Format
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>Field by field.</summary>
    Native = 1,

    /// <summary>By <see cref="IBinarySerialize"/>.</summary>
    UserDefined = 2,
}
