using System.Formats.Tar;
using Attune.Archives.Tar;
using FsCheck.Xunit;

namespace Attune.Archives.Tests.Tar;

public sealed class TarCutterTests
{
    private static readonly PieceSize _small = new(4 << 10, 64 << 10);

    [Property(MaxTest = 60)]
    public void Pieces_together_are_the_tar_without_its_end(ushort[] sizes, bool hasLongNames, byte kind)
    {
        var format = (TarEntryFormat[])[TarEntryFormat.Ustar, TarEntryFormat.Pax, TarEntryFormat.Gnu];
        var name = hasLongNames && kind % 3 > 0 ? new string('n', 150) : "n";
        var tar = SampleTar.Of(format[kind % 3], sizes.Select((size, i) => ($"{name}{i:D4}", size * 3)));
        var (pieces, cutter) = Cut(tar);
        var whole = pieces.SelectMany(p => p).ToArray();
        Assert.Equal(tar[..whole.Length], whole);
        Assert.True(tar.AsSpan(whole.Length).Length >= 1024 && !tar.AsSpan(whole.Length).ContainsAnyExcept((byte)0));
        Assert.Equal(sizes.Length + 1, cutter.Entries);
        Assert.All(pieces, p => Assert.InRange(p.Length, 1, _small.Most));
        Assert.Equal(new TarOwner(1000, 100, 0x140), cutter.Root);
    }

    [Property(MaxTest = 40)]
    public void A_tar_that_ends_early_is_refused(ushort[] sizes, uint at)
    {
        var tar = SampleTar.Of(TarEntryFormat.Pax, sizes.Select((size, i) => ($"n{i:D4}", (int)size)));
        Assert.Throws<InvalidDataException>(() => Cut(tar[..(int)(at % (tar.Length - 1023))]));
    }

    [Fact]
    public void What_is_added_changes_the_pieces_around_it_only()
    {
        var files = Enumerable.Range(0, 3000).Select(i => ($"crate-{i:D5}", 700 + (i * 37 % 900))).ToList();
        var before = Cut(SampleTar.Of(TarEntryFormat.Pax, files)).Pieces;
        files.Insert(1500, ("crate-01499-new", 500));
        var after = Cut(SampleTar.Of(TarEntryFormat.Pax, files)).Pieces;
        var known = before.Select(Convert.ToHexString).ToHashSet();
        var unknown = after.Where(p => !known.Contains(Convert.ToHexString(p))).ToList();
        Assert.True(before.Count > 20, $"{before.Count} pieces");
        Assert.InRange(unknown.Count, 1, 4);
    }

    [Fact]
    public void A_damaged_header_is_refused()
    {
        var tar = SampleTar.Of(TarEntryFormat.Ustar, ("a", 10));
        tar[3] ^= 1;
        Assert.Throws<InvalidDataException>(() => Cut(tar));
    }

    private static (List<byte[]> Pieces, TarCutter Cutter) Cut(byte[] tar)
    {
        var cutter = new TarCutter(_small);
        var pieces = new List<byte[]>();
        foreach (var piece in cutter.CutAsync(new MemoryStream(tar), CancellationToken.None).ToBlockingEnumerable())
            using (piece)
                pieces.Add(piece.Bytes.ToArray());
        return (pieces, cutter);
    }
}
