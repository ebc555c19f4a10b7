using Attune.Builds.Delivering;
using Attune.Builds.Events;
using Attune.Engines.Docker;
using Attune.Source;

namespace Attune.Fleets.Loading;

/// <summary>Loads images from the engine that built them into another one, streaming.</summary>
/// <param name="from">The engine that builds.</param>
/// <param name="to">The engine that gets the images.</param>
/// <param name="name">What that engine is called.</param>
public sealed class ImageLoader(IDockerImages from, IDockerImages to, string name) : IImageDelivery
{
    /// <inheritdoc/>
    public async Task DeliverAsync(string service, BuiltImage image, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (await HasAsync(image, cancellationToken))
            return;
        await using var archive = await from.SaveAsync(image.Tags, cancellationToken);
        await to.LoadAsync(archive, cancellationToken);
        if (await to.FindAsync(image.Tags[0], cancellationToken) is null)
            throw new UserErrorException($"The image of {service} was loaded into {name}, which has none of that name", "Load images elsewhere with --load-to none.");
    }

    private async Task<bool> HasAsync(BuiltImage image, CancellationToken cancellationToken)
    {
        foreach (var tag in image.Tags)
            if ((await to.FindAsync(tag, cancellationToken))?.Id != image.Id)
                return false;
        return true;
    }
}
