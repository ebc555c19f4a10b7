using System.Reflection;
using Nuke.Common.IO;
using Nuke.Common.Injection;
using Serilog;

namespace Nuke.Common.CI;

/// <summary>Keeps generated files up to date; only writes what has changed.</summary>
internal static class ConfigurationFiles
{
    /// <summary>What <c>--generate-configuration</c> does.</summary>
    public static int Generate(NukeBuild build, IReadOnlyList<string> ids)
    {
        var all = Attributes(build).ToList();
        foreach (var id in ids)
        {
            var attribute = all.Find(attribute => attribute.Id == id) ?? throw new UsageException(
                $"Configuration '{id}' does not exist. Available are: {string.Join(", ", all.Select(attribute => attribute.Id))}");
            Save(build, attribute);
        }

        return 0;
    }

    /// <summary>What a local run does for attributes that ask for it.</summary>
    public static void Refresh(NukeBuild build)
    {
        if (NukeBuild.IsServerBuild)
            return;
        foreach (var attribute in Attributes(build).Where(attribute => attribute.AutoGenerate))
        {
            if (Save(build, attribute))
                Log.Warning("Configuration files for {Configuration} have changed.", attribute.DisplayName);
        }
    }

    private static IEnumerable<ConfigurationAttributeBase> Attributes(NukeBuild build) =>
        build.GetType().GetCustomAttributes<ConfigurationAttributeBase>();

    private static bool Save(NukeBuild build, ConfigurationAttributeBase attribute)
    {
        var file = attribute.ConfigurationFile(NukeBuild.RootDirectory);
        var text = attribute.Generate(build.ExecutableTargets, NukeBuild.RootDirectory);
        if (file.FileExists() && file.ReadAllText() == text)
            return false;
        file.WriteAllText(text);
        return true;
    }
}
