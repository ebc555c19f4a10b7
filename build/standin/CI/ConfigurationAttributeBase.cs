using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.CI;

/// <summary>Generates a file for a build server.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class ConfigurationAttributeBase : Attribute
{
    /// <summary>Whether a local run brings the file up to date.</summary>
    public bool AutoGenerate { get; set; } = true;

    public string Id => $"{HostName}_{IdPostfix}";

    public string DisplayName => $"{HostName} ({IdPostfix})";

    public abstract string IdPostfix { get; }

    public abstract string HostName { get; }

    internal abstract AbsolutePath ConfigurationFile(AbsolutePath root);

    internal abstract string Generate(IReadOnlyList<ExecutableTarget> targets, AbsolutePath root);
}
