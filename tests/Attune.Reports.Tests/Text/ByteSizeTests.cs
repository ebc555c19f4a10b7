using Attune.Reports.Text;

namespace Attune.Reports.Tests.Text;

public class ByteSizeTests
{
    [Theory]
    [InlineData(-1, "0B")]
    [InlineData(0, "0B")]
    [InlineData(999, "999B")]
    [InlineData(1_000, "1kB")]
    [InlineData(1_004, "1kB")]
    [InlineData(1_230, "1.23kB")]
    [InlineData(9_994, "9.99kB")]
    [InlineData(9_996, "10kB")]
    [InlineData(34_512, "34.5kB")]
    [InlineData(99_960, "100kB")]
    [InlineData(999_499, "999kB")]
    [InlineData(999_600, "1MB")]
    [InlineData(48_213_456, "48.2MB")]
    [InlineData(1_234_567_890, "1.23GB")]
    [InlineData(long.MaxValue, "9.22EB")]
    public void Writes_sizes_as_docker_does(long bytes, string text) => Assert.Equal(text, ByteSize.Format(bytes));
}
