using Attune.Reports.Model;

using FsCheck.Xunit;

namespace Attune.Reports.Tests.Model;

public class StepNameTests
{
    [Theory]
    [InlineData("[build 3/5] RUN cargo build", "[build 3/5]", "RUN cargo build", "Dockerfile")]
    [InlineData("[2/4] COPY . .", "[2/4]", "COPY . .", "Dockerfile")]
    [InlineData("[linux/arm64 stage-1 10/12] RUN a  &&     b", "[linux/arm64 stage-1 10/12]", "RUN a && b", "Dockerfile")]
    [InlineData("[internal] load build context", "[internal]", "load build context", "Internal")]
    [InlineData("[auth] library/rust:pull token", "[auth]", "library/rust:pull token", "Other")]
    [InlineData("exporting to image", "", "exporting to image", "Other")]
    [InlineData("", "", "", "Other")]
    public void Takes_names_apart(string name, string tag, string command, string kind)
    {
        var parsed = StepName.Parse(name);
        Assert.Equal((tag, command, kind), (parsed.Tag, parsed.Command, parsed.Kind.ToString()));
    }

    [Property]
    public bool Takes_any_name(string? name) => StepName.Parse(name ?? "").Short.Length <= 2 * (name ?? "").Length * 8 + 2;
}
