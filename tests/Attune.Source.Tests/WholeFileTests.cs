namespace Attune.Source.Tests;

public sealed class WholeFileTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Takes_the_place_of_a_file_and_leaves_nothing_beside_it()
    {
        var path = Path.Combine(_directory.Path, "made", "file");
        WholeFile.Write(path, "old"u8);
        WholeFile.Write(path, "new"u8);
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(Path.Combine(_directory.Path, "made")));
    }

    [Fact]
    public void A_failure_leaves_nothing_beside_what_is_there()
    {
        var path = Path.Combine(_directory.Path, "directory");
        Directory.CreateDirectory(Path.Combine(path, "full"));
        Assert.ThrowsAny<Exception>(() => WholeFile.Write(path, "new"u8));
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(_directory.Path));
    }
}
