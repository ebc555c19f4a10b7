using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Attune.Compose;
using Attune.Projects;
using Attune.Source;

namespace Attune.RaceLab.Contenders;

/// <summary>The lab's own projects, written to a folder where anybody can look at them and build them by hand.</summary>
/// <param name="path">The folder; what lies in it is replaced.</param>
public sealed class BenchFolder(string path)
{
    /// <summary>The build argument that names the image made of <see cref="Image"/>.</summary>
    public const string ImageArgument = "RACE_LAB_IMAGE";

    private const string Prefix = "bench/";

    /// <summary>The plan of the image that all trials start from: a Rust image whose cargo unpacks crates from a local registry.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="rustImage">The Rust image.</param>
    /// <param name="work">How far builds go.</param>
    public BuildPlan Image(string tag, string rustImage, BenchWork work)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            Write(name, reader.ReadToEnd());
        }

        Write("bench/compose.yml", "services:\n  bench: { build: . }\n");
        var args = ImmutableDictionary<string, string>.Empty.Add("RUST_IMAGE", rustImage).Add("WORK", work == BenchWork.Build ? "build" : "fetch");
        var plan = Plan("bench", args);
        return plan with { Services = [.. plan.Services.Select(s => s with { Service = s.Service with { ImageName = tag } })] };
    }

    /// <summary>One of the lab's own ways of building.</summary>
    /// <param name="layout">The way.</param>
    /// <param name="image">The image to start from.</param>
    /// <param name="services">How many services there are.</param>
    public Contender Contender(MountLayout layout, string image, int services)
    {
        var compose = new StringBuilder("services:\n");
        for (var i = 1; i <= services; i++)
            compose.Append(CultureInfo.InvariantCulture, $"  service-{i}: {{ build: {{ context: ., args: {{ SERVICE: service-{i} }} }} }}\n");
        if (layout.WarmCommand is { } command)
        {
            compose.Append("  warm: { build: { context: ., dockerfile: Dockerfile.warm, args: { SERVICE: warm } } }\n");
            Write($"{layout.Name}/Dockerfile.warm", layout.Dockerfile(command));
        }

        Write($"{layout.Name}/compose.yml", compose.ToString());
        Write($"{layout.Name}/Dockerfile", layout.Dockerfile("cargo build --release"));
        return new(layout.Name, layout.Description, args => Plan(layout.Name, args.SetItem(ImageArgument, image)))
        {
            First = layout.WarmCommand is null ? null : "warm",
        };
    }

    private BuildPlan Plan(string name, ImmutableDictionary<string, string> args)
    {
        var directory = Path.Combine(path, name);
        var files = new DiskSourceFiles();
        var project = ComposeProject.Load(
            new() { CurrentDirectory = directory, Files = [Path.Combine(directory, "compose.yml")], ProjectName = "race-lab", Environment = ImmutableDictionary<string, string>.Empty },
            files);
        return BuildPlan.Of(project, new(directory) { ExtraArgs = args }, files);
    }

    private void Write(string name, string text)
    {
        var file = Path.Combine(path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
