namespace Attune.Standin.Tests.Display;

public class BuildSchemaTests
{
    [Fact]
    public async Task Writes_what_NUKE_writes_byte_for_byte()
    {
        using var sample = new SampleProcess();

        using var run = await sample.Run("--help");

        Assert.Equal(Recorded.Text("build.schema.json"), sample.Read(".nuke/build.schema.json"));
    }

    [Fact]
    public async Task Leaves_a_schema_alone_that_is_up_to_date()
    {
        using var sample = new SampleProcess();
        using var first = await sample.Run("--help");
        var file = Path.Combine(sample.Root, ".nuke", "build.schema.json");
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);

        using var second = await sample.Run("--help");

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(file));
    }
}
