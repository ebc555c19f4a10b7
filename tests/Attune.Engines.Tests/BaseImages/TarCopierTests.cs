using Attune.Engines.BaseImages;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Attune.Engines.Tests.BaseImages;

public class TarCopierTests
{
    [Fact(Timeout = 30_000)]
    public async Task Leaves_out_what_is_dropped()
    {
        var seen = new List<string>();
        var copy = await CopyAsync(Tars.Of("", "usr/", "usr/a", "usr/b"), path =>
        {
            seen.Add(path);
            return !path.EndsWith('a');
        });
        Assert.Equal(["", "usr/", "usr/a", "usr/b"], seen);
        Assert.Equal(["./", "./usr/", "./usr/b: text of usr/b"], Tars.Read(copy));
    }

    [Fact(Timeout = 30_000)]
    public async Task Knows_and_keeps_names_of_any_length()
    {
        var name = string.Join('/', Enumerable.Repeat("a-folder-with-a-long-name", 20));
        Assert.Equal([$"./{name}: text of {name}"], Tars.Read(await CopyAsync(Tars.Of(name), path => path == name)));
    }

    [Fact(Timeout = 30_000)]
    public async Task Forgets_the_long_name_of_what_is_dropped()
    {
        var name = new string('x', 300);
        Assert.Equal(["./short: text of short"], Tars.Read(await CopyAsync(Tars.Of(name, "short"), path => path == "short")));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_cut_archive_is_an_error()
    {
        var whole = Tars.Of("a", "b");
        foreach (var length in (int[])[0, 100, 512, 700, 1024, 1536])
            await Assert.ThrowsAsync<InvalidDataException>(() => CopyAsync(whole[..length], _ => true));
    }

    [Property]
    public Property Any_bytes_are_copied_or_refused() => Prop.ForAll<byte[]>(bytes =>
    {
        var padded = bytes.Concat(new byte[1024]).ToArray();
        var copy = Record.Exception(() => CopyAsync(padded, _ => true).GetAwaiter().GetResult());
        return copy is null or InvalidDataException;
    });

    private static async Task<byte[]> CopyAsync(byte[] tar, Func<string, bool> keeps)
    {
        using var output = new MemoryStream();
        await new TarCopier(output).CopyAsync(new MemoryStream(tar), keeps, CancellationToken.None);
        return [.. output.ToArray(), .. new byte[1024]];
    }
}
