using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CtoBot.Tests.Manifest;

/// <summary>A PNG picture with eight bits a channel and alpha, which is what the icons are made as.</summary>
internal sealed class Png
{
    private const int Channels = 4;
    private const int HeaderLength = 8;
    private readonly byte[] pixels;

    public Png(byte[] file)
    {
        Assert.Equal("PNG\r\n\x1a\n"u8.ToArray(), file[1..HeaderLength]);
        using var data = new MemoryStream();
        for (var at = HeaderLength; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var body = file.AsSpan(at + 8, length);
            switch (Encoding.ASCII.GetString(file, at + 4, 4))
            {
                case "IHDR":
                    (Width, Height) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]));
                    Assert.Equal([8, 6, 0, 0, 0], body[8..].ToArray());
                    break;
                case "IDAT":
                    data.Write(body);
                    break;
            }

            at += length + 12;
        }

        data.Position = 0;
        pixels = Unfilter(data);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Every pixel: red, green, blue, alpha.</summary>
    public IEnumerable<(byte R, byte G, byte B, byte A)> Pixels() =>
        Enumerable.Range(0, Width * Height).Select(index => (pixels[index * Channels], pixels[(index * Channels) + 1], pixels[(index * Channels) + 2], pixels[(index * Channels) + 3]));

    /// <summary>Undoes the five filters of the PNG specification, section 9.</summary>
    private byte[] Unfilter(Stream compressed)
    {
        using var zlib = new ZLibStream(compressed, CompressionMode.Decompress);
        var stride = Width * Channels;
        var result = new byte[stride * Height];
        for (var y = 0; y < Height; y++)
        {
            var filter = zlib.ReadByte();
            var row = result.AsSpan(y * stride, stride);
            zlib.ReadExactly(row);
            for (var x = 0; x < stride; x++)
            {
                var left = x < Channels ? 0 : row[x - Channels];
                var up = y == 0 ? 0 : result[((y - 1) * stride) + x];
                var corner = y == 0 || x < Channels ? 0 : result[((y - 1) * stride) + x - Channels];
                row[x] += filter switch
                {
                    0 => 0,
                    1 => (byte)left,
                    2 => (byte)up,
                    3 => (byte)((left + up) / 2),
                    4 => (byte)Paeth(left, up, corner),
                    _ => throw new InvalidDataException($"There is no filter {filter}."),
                };
            }
        }

        return result;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (a, b, c) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
