using Attune.Builds.Events;

namespace Attune.Builds.Delivering;

/// <summary>Brings an image from the engine that built it to where it is wanted.</summary>
public interface IImageDelivery
{
    /// <summary>Brings it; the service counts as built when this is done.</summary>
    /// <param name="service">The service.</param>
    /// <param name="image">Its image on the engine that built it.</param>
    /// <param name="cancellationToken">Ends it; half an image is no image.</param>
    /// <exception cref="Source.UserErrorException">It can't be brought.</exception>
    Task DeliverAsync(string service, BuiltImage image, CancellationToken cancellationToken);
}
