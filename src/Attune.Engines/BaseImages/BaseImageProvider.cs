using Attune.Engines.Docker;
using Attune.Engines.Processes;
using Attune.Source;

namespace Attune.Engines.BaseImages;

/// <summary>Sees to it that builds find their base images: from the engine, from a registry, or made from Debian packages.</summary>
/// <param name="images">The engine's images.</param>
/// <param name="options">Where to work, and how long to wait for a registry.</param>
/// <param name="time">The clock.</param>
public sealed class BaseImageProvider(IDockerImages images, OfflineBaseOptions options, TimeProvider time)
{
    /// <summary>What runs apt and dpkg.</summary>
    internal IProcessRunner Runner { get; init; } = new ProcessRunner();

    /// <summary>Finds or makes every base image asked for.</summary>
    /// <param name="requests">The base images.</param>
    /// <param name="announce">Gets a line for everything that takes its time.</param>
    /// <param name="cancellationToken">Ends all work; no half-made image is left.</param>
    /// <returns>The build arguments to add: name and stand-in, for the requests whose default isn't to be had.</returns>
    /// <exception cref="UserErrorException">A base image can neither be had nor made.</exception>
    public async Task<IReadOnlyDictionary<string, string>> EnsureAsync(
        IReadOnlyList<BaseImageRequest> requests, IProgress<string> announce, CancellationToken cancellationToken)
    {
        var choices = await Task.WhenAll(requests.Select(request => ChooseAsync(request, announce, cancellationToken)));
        var offline = choices.Where(choice => choice.Choice is BaseImageChoice.UseOffline or BaseImageChoice.MakeOffline).ToList();
        var missing = offline.Where(choice => choice.Choice == BaseImageChoice.MakeOffline).Select(choice => choice.Recipe).Distinct().ToList();
        if (missing.Count > 0)
            await new OfflineBaseMaker(images, Runner, options, time).MakeAsync(missing, announce, cancellationToken);
        return offline.ToDictionary(choice => choice.Request.ArgName, choice => choice.Request.OfflineTag, StringComparer.Ordinal);
    }

    private async Task<Chosen> ChooseAsync(BaseImageRequest request, IProgress<string> announce, CancellationToken cancellationToken)
    {
        var recipe = RecipeOf(request);
        var facts = new BaseImageFacts(request, Presence.Absent, Presence.Absent, Registry.NotAsked);
        if (request.UserValue is null)
        {
            var own = images.FindAsync(request.DefaultReference, cancellationToken);
            var standIn = images.FindAsync(request.OfflineTag, cancellationToken);
            facts = facts with { Default = PresenceOf(await own), Offline = PresenceOf(await standIn, recipe) };
        }

        var choice = BaseImageDecision.Next(facts);
        if (choice == BaseImageChoice.AskRegistry)
        {
            var refusal = await AskRegistryAsync(request.DefaultReference, cancellationToken);
            choice = BaseImageDecision.Next(facts with { Registry = refusal is null ? Registry.Serves : Registry.Fails });
            if (choice == BaseImageChoice.MakeOffline)
                announce.Report($"{request.DefaultReference} can't be pulled ({refusal}); making {request.OfflineTag} from Debian packages");
        }

        return new Chosen(request, recipe, choice);
    }

    private async Task<string?> AskRegistryAsync(string reference, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.RegistryPatience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await images.AskRegistryAsync(reference, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return FormattableString.Invariant($"the registry did not answer within {options.RegistryPatience.TotalSeconds:0} s");
        }
    }

    private static OfflineRecipe RecipeOf(BaseImageRequest request) =>
        OfflineBases.Recipes.FirstOrDefault(recipe => recipe.Tag == request.OfflineTag) ?? throw new UserErrorException(
            $"There is no offline base image '{request.OfflineTag}' (for {request.ArgName}).",
            "There are: " + string.Join(", ", OfflineBases.Tags),
            FaultKind.Usage);

    private static Presence PresenceOf(DockerImage? image) => image is null ? Presence.Absent : Presence.Present;

    private static Presence PresenceOf(DockerImage? image, OfflineRecipe recipe) => image switch
    {
        null => Presence.Absent,
        _ when image.Labels.GetValueOrDefault(OfflineRecipe.Label) == recipe.Hash => Presence.Present,
        _ => Presence.Stale,
    };

    private sealed record Chosen(BaseImageRequest Request, OfflineRecipe Recipe, BaseImageChoice Choice);
}
