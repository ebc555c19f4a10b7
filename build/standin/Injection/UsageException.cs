namespace Nuke.Common.Injection;

/// <summary>The command was used wrongly: the message says what is allowed, the exit code is 2.</summary>
internal sealed class UsageException(string message) : Exception(message)
{
    public const int ExitCode = 2;

    public override string ToString() => Message;
}
