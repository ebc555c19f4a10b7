using System.Text;
using Attune.Engines.Embedded;

namespace Attune.Engines.Tests.Embedded;

public sealed class EmbeddedEngineLayoutTests
{
    [Fact]
    public Task Everything_lies_below_the_checkout_unless_its_path_is_too_long_or_cannot_be_mounted() => Verifier.Verify(
        Describe("/home/attune") + Describe("/home/my checkout") + Describe("/home/" + new string('x', 80)) + Describe("/home/a,b:c"));

    [Fact]
    public void The_longest_socket_of_the_engine_always_fits()
    {
        for (var length = 1; length < 120; length++)
        {
            var layout = EmbeddedEngineLayout.Of("/" + new string('x', length));
            Assert.True(Encoding.UTF8.GetByteCount(layout.ExecRoot + "/containerd/containerd.sock.ttrpc") <= 107, layout.ExecRoot);
            Assert.True(Encoding.UTF8.GetByteCount(layout.Socket) <= 107, layout.Socket);
        }
    }

    [Fact]
    public void A_path_is_measured_in_bytes() =>
        Assert.StartsWith("/run/", EmbeddedEngineLayout.Of("/" + new string('ü', 30)).Socket, StringComparison.Ordinal);

    [Fact]
    public void A_checkout_reached_by_a_link_has_the_same_engine()
    {
        using var directory = new TempDirectory();
        Directory.CreateDirectory(directory.Path + "/real/checkout");
        Directory.CreateSymbolicLink(directory.Path + "/link", directory.Path + "/real");
        Assert.Equal(EmbeddedEngineLayout.Of(directory.Path + "/real/checkout/"), EmbeddedEngineLayout.Of(directory.Path + "/link/checkout"));
    }

    private static string Describe(string checkout)
    {
        var layout = EmbeddedEngineLayout.Of(checkout);
        return $"{checkout}\n    data   {layout.DataRoot}\n    exec   {layout.ExecRoot}\n    socket {layout.Socket}\n    log    {layout.LogFile}\n    group  {layout.CgroupParent}\n";
    }
}
