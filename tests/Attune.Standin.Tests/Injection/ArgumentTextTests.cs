using Nuke.Common.Injection;

namespace Attune.Standin.Tests.Injection;

public class ArgumentTextTests
{
    [Theory]
    [InlineData("Compile --skip", "Compile|--skip")]
    [InlineData("--where \"a b\" 'c \"d\"'", "--where|a b|c \"d\"")]
    [InlineData("--name ''", "--name|")]
    [InlineData("  ", "")]
    public void Splits_at_blanks_outside_quotes(string text, string arguments) => Assert.Equal(arguments, string.Join('|', ArgumentText.Split(text)));
}
