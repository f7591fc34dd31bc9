namespace GovDocFlow.Papers.Docx;

/// <summary>The checksum of zip entries.</summary>
internal static class Crc32
{
    public const uint Start = 0xFFFF_FFFF;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            crc = Table[(crc ^ value) & 0xFF] ^ (crc >> 8);
        }

        return crc;
    }

    public static uint End(uint crc) => ~crc;

    private static uint Entry(int value)
    {
        var entry = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            entry = (entry & 1) == 1 ? (entry >> 1) ^ 0xEDB8_8320 : entry >> 1;
        }

        return entry;
    }
}
