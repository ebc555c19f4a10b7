using Attune.Archives.Storage;

namespace Attune.Archives.Tests.Storage;

public sealed class ArchiveManifestTests
{
    [Fact]
    public async Task What_is_written_is_read_again()
    {
        var archive = await SampleAsync();
        Assert.Equal(archive.ToJson(), ArchiveManifest.Parse(archive.ToJson())!.ToJson());
    }

    /// <summary>Pieces are files by name, and a key is one too: what comes from elsewhere must not name other files.</summary>
    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [InlineData("ABCDEF0000000000000000000000000000000000000000000000000000000000")]
    public async Task Names_that_are_none_of_pieces_are_refused(string blob)
    {
        var archive = await SampleAsync();
        Assert.Null(ArchiveManifest.Parse((archive with { Pieces = [archive.Pieces[0] with { Blob = blob }] }).ToJson()));
        Assert.Null(ArchiveManifest.Parse((archive with { Key = "../" + blob }).ToJson()));
    }

    [Fact]
    public async Task What_is_damaged_or_of_another_version_is_none()
    {
        var archive = await SampleAsync();
        Assert.Null(ArchiveManifest.Parse((archive with { Version = 99 }).ToJson()));
        Assert.Null(ArchiveManifest.Parse((archive with { Pieces = [] }).ToJson()));
        Assert.Null(ArchiveManifest.Parse((archive with { Pieces = [archive.Pieces[0] with { StoredLength = -1 }] }).ToJson()));
        Assert.Null(ArchiveManifest.Parse("{"u8));
        Assert.Null(ArchiveManifest.Parse("[]"u8));
    }

    private static async Task<ArchiveManifest> SampleAsync()
    {
        using var sample = new SampleStore();
        return await sample.SaveAsync("cargo", "key", 1, ("a", 5000));
    }
}
