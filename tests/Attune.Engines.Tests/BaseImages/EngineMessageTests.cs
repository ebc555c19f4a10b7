using Attune.Engines.BaseImages;

namespace Attune.Engines.Tests.BaseImages;

public class EngineMessageTests
{
    [Theory]
    [InlineData("""{"message":"no space left\n"}""", "no space left")]
    [InlineData("<html>502</html> ", "<html>502</html>")]
    [InlineData("""{"message":7}""", """{"message":7}""")]
    [InlineData("[]", "[]")]
    [InlineData(null, "")]
    public void Reads_the_message_or_shows_what_there_is(string? body, string message) => Assert.Equal(message, EngineMessage.Read(body));
}
