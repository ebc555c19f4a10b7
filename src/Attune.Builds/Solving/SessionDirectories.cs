using System.Text;
using Attune.BuildKit.Session;
using Attune.Compose;
using Attune.Projects;

namespace Attune.Builds.Solving;

/// <summary>The directories that a service's session offers, by the names that the frontend asks for.</summary>
internal static class SessionDirectories
{
    private const string IgnoreFile = ".dockerignore";

    public static Dictionary<string, SessionDirectory> Of(ServicePlan service)
    {
        var section = service.Section;
        var directories = new Dictionary<string, SessionDirectory>();
        if (section.Context.Kind == ContextKind.Directory)
            directories["context"] = new LocalDirectory(section.Context.Value);
        if ((service.DockerfileText ?? section.DockerfileInline) is { } text)
            directories["dockerfile"] = new VirtualDirectory(InMemory(section, text));
        else if (section.DockerfilePath is { } path)
            directories["dockerfile"] = new LocalDirectory(Path.GetDirectoryName(path)!);
        foreach (var named in section.AdditionalContexts.Where(c => c.Context.Kind == ContextKind.Directory))
            directories[named.Name] = new LocalDirectory(named.Context.Value);
        return directories;
    }

    // An ignore file of its own stays in force for a Dockerfile whose text is replaced.
    private static Dictionary<string, ReadOnlyMemory<byte>> InMemory(BuildSection section, string text)
    {
        var files = new Dictionary<string, ReadOnlyMemory<byte>> { [FrontendAttributes.FileName(section)] = Encoding.UTF8.GetBytes(text) };
        if (section.DockerfilePath is { } path && File.Exists(path + IgnoreFile))
            files[Path.GetFileName(path) + IgnoreFile] = File.ReadAllBytes(path + IgnoreFile);
        return files;
    }
}
