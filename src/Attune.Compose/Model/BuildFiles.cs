using Attune.Source;

namespace Attune.Compose;

/// <summary>Looks for the files that a build section names.</summary>
internal static class BuildFiles
{
    public static void Check(BuildSection build, ISourceFiles files)
    {
        CheckDirectory(build.Context, "The build context", files);
        foreach (var named in build.AdditionalContexts)
            CheckDirectory(named.Context, $"The context {named.Name}", files);
        if (build.DockerfilePath is { } dockerfile && !files.FileExists(dockerfile))
            throw new LocatedException($"The Dockerfile {dockerfile} doesn't exist", build.DockerfileLocation);
        if (build.Secrets.FirstOrDefault(s => s.Source is SecretSource.File && !files.FileExists(s.Value)) is { } secret)
            throw new LocatedException($"The secret {secret.Id} is to come from {secret.Value}, which doesn't exist", build.Location);
    }

    private static void CheckDirectory(BuildContext context, string noun, ISourceFiles files)
    {
        if (context.Kind is ContextKind.Directory && !files.DirectoryExists(context.Value))
            throw new LocatedException($"{noun} {context.Value} is not a directory", context.Location);
    }
}
