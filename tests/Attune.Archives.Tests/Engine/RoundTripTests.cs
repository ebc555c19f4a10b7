using Attune.Source;

namespace Attune.Archives.Tests.Engine;

[Trait("Kind", "Engine")]
public sealed class RoundTripTests(ArchiveLab lab) : IClassFixture<ArchiveLab>
{
    private const string Fill = """
        mkdir -p a/b .hidden empty; echo one > a/b/one; echo two > .hidden/two; seq 1 200000 > numbers; chmod 4750 a/b/one; chown 1000:100 a/b/one
        ln -s ../a/b/one a/link; ln -s nowhere dangling; ln numbers second-name; touch -d '2001-02-03 04:05:06' a/b/one a/b a; echo "blank name" > "a/a name"
        """;

    // Type, permissions, owner, links, name; times, of files only, as busybox's tar restores no others; contents.
    private const string List = """
        find . | sort | while IFS= read -r e; do stat -c '%F %a %u:%g %h %N' "$e"; done; find . -type f | sort | while IFS= read -r e; do stat -c '%Y %n' "$e"; done; find . -type f | sort | while IFS= read -r e; do sha256sum "$e"; done
        """;

    [EngineTheory]
    [InlineData("sharing=locked")]
    [InlineData("sharing=shared")]
    [InlineData("sharing=locked,uid=1000,gid=100,mode=0750")]
    public async Task A_restored_cache_is_what_was_saved(string options)
    {
        lab.Begin(options);
        await lab.DoAsync(Fill.Trim().ReplaceLineEndings("; "));
        var before = await lab.DoAsync(List.Trim());
        var saved = await lab.SaveAsync();
        Assert.Equal(before, await lab.DoAsync(List.Trim()));
        Assert.Equal(0, (await lab.SaveAsync()).Added);
        Assert.Equal(saved.Archive.Checksum, lab.Store.All[0].Checksum);
        await lab.PruneAsync();
        Assert.DoesNotContain("numbers", await lab.DoAsync(List.Trim()), StringComparison.Ordinal);
        await lab.RestoreAsync();
        Assert.Equal(before, await lab.DoAsync(List.Trim()));
    }

    [EngineFact]
    public async Task What_is_not_in_the_archive_goes()
    {
        lab.Begin("sharing=locked");
        await lab.DoAsync(Fill.Trim().ReplaceLineEndings("; "));
        var before = await lab.DoAsync(List.Trim());
        await lab.SaveAsync();
        await lab.DoAsync("rm -rf .hidden dangling; mkdir -p later a/later; echo changed > numbers; mv empty 'other name'; chmod 700 .");
        await lab.RestoreAsync();
        Assert.Equal(before, await lab.DoAsync(List.Trim()));
    }

    [EngineFact]
    public async Task A_damaged_archive_is_refused_and_the_cache_stays_as_it_is()
    {
        lab.Begin("sharing=locked");
        await lab.DoAsync(Fill.Trim().ReplaceLineEndings("; "));
        await lab.SaveAsync();
        await lab.DoAsync("echo newer > a/b/one");
        var before = await lab.DoAsync(List.Trim());
        var blob = Directory.EnumerateFiles(Path.Combine(lab.Store.Directory, "blobs")).MaxBy(f => new FileInfo(f).Length)!;
        var bytes = await File.ReadAllBytesAsync(blob);
        bytes[^20] ^= 1;
        await File.WriteAllBytesAsync(blob, bytes);
        var refusal = await Assert.ThrowsAsync<UserErrorException>(() => lab.RestoreAsync());
        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".attune", await lab.DoAsync("ls -A"), StringComparison.Ordinal);
        Assert.Equal(before, await lab.DoAsync(List.Trim()));
    }
}
