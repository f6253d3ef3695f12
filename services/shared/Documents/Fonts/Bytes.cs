using System.Buffers.Binary;

namespace LostCases.Documents;

/// <summary>Numbers of a font file, big-endian.</summary>
internal static class Bytes
{
    internal static int U16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt16BigEndian(data[at..]);

    internal static int S16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadInt16BigEndian(data[at..]);

    internal static int I32(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadInt32BigEndian(data[at..]);

    internal static void U16(Stream to, int value)
    {
        to.WriteByte((byte)(value >> 8));
        to.WriteByte((byte)value);
    }

    internal static void I32(Stream to, int value)
    {
        U16(to, value >> 16);
        U16(to, value);
    }
}
