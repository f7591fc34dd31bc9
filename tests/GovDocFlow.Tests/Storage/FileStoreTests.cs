using System.Security.Cryptography;
using GovDocFlow.Documents;
using GovDocFlow.Storage;

namespace GovDocFlow.Tests.Storage;

[OnEachDatabase]
public sealed class FileStoreTests(DatabaseProvider provider)
{
    private const int LargestChunk = 256 * 1024;

    private static readonly DateTimeOffset At = new(2026, 2, 13, 16, 20, 0, TimeSpan.FromHours(8));

    private TestDatabase _db = null!;

    [SetUp]
    public async Task AMigratedDatabase() => _db = await TestDatabase.CreateAsync(provider);

    [TearDown]
    public async Task Remove() => await _db.DisposeAsync();

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(80 * 1024)]
    [TestCase((80 * 1024) + 1)]
    [TestCase(300_000)]
    public async Task The_same_bytes_come_back(int size)
    {
        var sha256 = await HashAsync(size);

        await StoreAsync(sha256, new PatternStream(size), size);

        Assert.That(await HashOfStoredAsync(sha256), Is.EqualTo(sha256));
        Assert.That(await _db.ReadAsync<long>("SELECT Size FROM FileContent"), Is.EqualTo(size));
    }

    [Test]
    public async Task A_large_file_is_kept_in_small_rows()
    {
        var sha256 = await HashAsync(1_000_000);

        await StoreAsync(sha256, new PatternStream(1_000_000), 1_000_000);

        var chunks = await _db.AskAsync(session => session.QueryAsync<byte[]>(
            "SELECT Content FROM FileChunk ORDER BY Number", null, CancellationToken.None));
        Assert.That(chunks.Select(chunk => chunk.Length), Is.All.LessThanOrEqualTo(LargestChunk));
        Assert.That(chunks.Sum(chunk => chunk.Length), Is.EqualTo(1_000_000));
    }

    [Test]
    public async Task Fifty_megabytes_go_in_and_out_in_small_pieces()
    {
        const int Size = 50_000_000;
        var sha256 = await HashAsync(Size);

        var largest = 0;
        await using var source = new WatchedStream(new PatternStream(Size), asked => largest = Math.Max(largest, asked));
        await StoreAsync(sha256, source, Size);
        await using var target = new WatchedStream(Stream.Null, written => largest = Math.Max(largest, written));
        await _db.AskAsync(async session =>
        {
            await new FileStore(session).CopyToAsync(sha256, target, CancellationToken.None);
            return true;
        });

        Assert.That(largest, Is.InRange(1, LargestChunk));
        Assert.That(await HashOfStoredAsync(sha256), Is.EqualTo(sha256));
    }

    [Test]
    public async Task The_same_content_is_kept_once_and_not_read_again()
    {
        var sha256 = await HashAsync(1000);
        await StoreAsync(sha256, new PatternStream(1000), 1000);
        await using var again = new PatternStream(1000);

        await StoreAsync(sha256, again, 1000);

        Assert.That(again.Position, Is.Zero);
        Assert.That(await _db.ReadAsync<int>("SELECT COUNT(*) FROM FileContent"), Is.EqualTo(1));
    }

    [TestCase(999)]
    [TestCase(1001)]
    public async Task A_file_of_another_size_than_announced_is_not_kept(int announced)
    {
        var sha256 = await HashAsync(1000);

        Assert.That(() => StoreAsync(sha256, new PatternStream(1000), announced), Throws.TypeOf<InvalidDataException>());
        Assert.That(await _db.ReadAsync<int>("SELECT COUNT(*) FROM FileContent"), Is.Zero);
    }

    [Test]
    public async Task A_file_with_another_hash_than_announced_is_not_kept()
    {
        var sha256 = await HashAsync(999);

        Assert.That(() => StoreAsync(sha256, new PatternStream(1000), 1000), Throws.TypeOf<InvalidDataException>());
    }

    [Test]
    public void A_file_that_is_not_kept_is_not_found()
    {
        Assert.That(() => HashOfStoredAsync("none"), Throws.TypeOf<NotFoundException>());
    }

    private static async Task<string> HashAsync(long size)
    {
        await using var content = new PatternStream(size);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content));
    }

    private Task StoreAsync(string sha256, Stream content, long size) =>
        _db.ActAsync(session => new FileStore(session).StoreAsync(sha256, content, size, At, CancellationToken.None));

    private Task<string> HashOfStoredAsync(string sha256) => _db.AskAsync(async session =>
    {
        using var hash = SHA256.Create();
        await using (var target = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            await new FileStore(session).CopyToAsync(sha256, target, CancellationToken.None);
        }

        return Convert.ToHexStringLower(hash.Hash!);
    });

    private sealed class WatchedStream(Stream inner, Action<int> see) : Stream
    {
        public override bool CanRead => inner.CanRead;

        public override bool CanSeek => false;

        public override bool CanWrite => inner.CanWrite;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            see(buffer.Length);
            return inner.ReadAsync(buffer, cancellationToken);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            see(buffer.Length);
            return inner.WriteAsync(buffer, cancellationToken);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
