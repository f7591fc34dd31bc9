namespace Microsoft.SqlServer.Server;

/// <summary>A CLR type that writes and reads itself.</summary>
public interface IBinarySerialize
{
    /// <summary>Fills the value from <paramref name="r"/>.</summary>
    void Read(BinaryReader r);

    /// <summary>Puts the value on <paramref name="w"/>.</summary>
    void Write(BinaryWriter w);
}
