using System.Text;
using Attune.BuildKit.Session.FileSync.Trees;

namespace Attune.BuildKit.Tests.Session.FileSync;

public sealed class VirtualTreeTests
{
    [Fact]
    public void Looks_changed_when_its_content_is()
    {
        Assert.NotEqual(Entry("RUN a"), Entry("RUN b"));
        Assert.Equal(Entry("RUN a"), Entry("RUN a"));
    }

    private static FileEntry Entry(string content) =>
        Assert.Single(new VirtualTree(new Dictionary<string, ReadOnlyMemory<byte>> { ["Dockerfile"] = Encoding.UTF8.GetBytes(content) }, new HashSet<string>()).List(""));
}
