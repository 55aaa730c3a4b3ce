using System.Buffers.Binary;
using System.Text;

namespace CtoBot.Tests.Telemetry;

/// <summary>A protobuf message, as far as OTLP needs it: fields by number, read when they are asked for.</summary>
internal sealed class Protobuf
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Bytes = 2;
    private const int Fixed32 = 5;
    private readonly List<(int Field, byte[] Value)> fields = [];

    public Protobuf(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var tag = (int)ReadVarint(ref bytes);
            byte[] value;
            switch (tag & 7)
            {
                case Varint:
                    value = BitConverter.GetBytes(ReadVarint(ref bytes));
                    break;
                case Fixed64:
                    value = Take(ref bytes, sizeof(ulong));
                    break;
                case Bytes:
                    value = Take(ref bytes, (int)ReadVarint(ref bytes));
                    break;
                case Fixed32:
                    value = Take(ref bytes, sizeof(uint));
                    break;
                default:
                    throw new InvalidDataException($"Wire type {tag & 7}.");
            }

            fields.Add((tag >> 3, value));
        }
    }

    public IEnumerable<Protobuf> Messages(int field) => All(field).Select(value => new Protobuf(value));

    public string Text(int field) => Encoding.UTF8.GetString(One(field) ?? []);

    public string Hex(int field) => Convert.ToHexStringLower(One(field) ?? []);

    public long? Number(int field) => One(field) is { } value ? BinaryPrimitives.ReadInt64LittleEndian(value) : null;

    public bool Has(int field) => One(field) is not null;

    private byte[]? One(int field) => All(field).LastOrDefault();

    private IEnumerable<byte[]> All(int field) => fields.Where(item => item.Field == field).Select(item => item.Value);

    private static byte[] Take(ref ReadOnlySpan<byte> bytes, int count)
    {
        var taken = bytes[..count].ToArray();
        bytes = bytes[count..];
        return taken;
    }

    private static ulong ReadVarint(ref ReadOnlySpan<byte> bytes)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
    }
}
