namespace Microsoft.SqlServer.Server;

/// <summary>Marks a CLR type that a database may store.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How the value is laid out.</summary>
    public Format Format { get; } = format;

    /// <summary>The largest size in bytes; -1 for up to 2 GB.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Whether all values take the same number of bytes.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Whether the bytes order as the values do.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>The method that checks a value; null for none.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>The type's name in the database; null for the CLR name.</summary>
    public string? Name { get; set; }
}
