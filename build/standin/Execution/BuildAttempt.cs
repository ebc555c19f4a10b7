using System.Security.Cryptography;
using System.Text;
using Nuke.Common.IO;
using Nuke.Common.Injection;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Which targets of an invocation have succeeded, for <c>--continue</c>: a hash of the invocation, then a name per line.</summary>
internal sealed class BuildAttempt
{
    private readonly AbsolutePath file;

    public BuildAttempt(AbsolutePath file, IEnumerable<string> arguments, bool isContinued)
    {
        this.file = file;
        var invocation = string.Join(' ', arguments.Where(argument => !argument.StartsWith('-') || OptionNames.Same(argument, "continue")));
#pragma warning disable CA5351 // Do Not Use Broken Cryptographic Algorithms: the file's format, no secret.
        var hash = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(invocation)));
#pragma warning restore CA5351
        if (isContinued && File.Exists(file))
        {
            var lines = File.ReadAllLines(file);
            if (lines.FirstOrDefault() == hash)
                Succeeded = lines[1..];
            else
                Log.Warning("Build invocation changed. Restarting ...");
        }

        File.WriteAllLines(file, [hash, .. Succeeded]);
    }

    public IReadOnlyCollection<string> Succeeded { get; } = [];

    public void Add(ExecutableTarget target) => File.AppendAllLines(file, [target.Name]);
}
