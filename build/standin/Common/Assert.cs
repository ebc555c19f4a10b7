using System.Diagnostics.CodeAnalysis;

namespace Nuke.Common;

public static class Assert
{
    [DoesNotReturn]
    public static void Fail(string message, Exception? innerException = null) =>
        throw new InvalidOperationException(message, innerException);

    public static void True([DoesNotReturnIf(false)] bool condition, string message)
    {
        if (!condition)
            Fail(message);
    }
}
