using Attune.Source;

namespace Attune.Engines.Docker;

/// <summary>Why an image couldn't be pulled.</summary>
public enum PullFault
{
    /// <summary>The registry didn't answer, or not in time.</summary>
    RegistryUnreachable,

    /// <summary>The registry has no such image, or hides it from us.</summary>
    NotFound,

    /// <summary>The registry wants a login.</summary>
    Denied,

    /// <summary>Something else, in the engine's words.</summary>
    Other,
}

/// <summary>An image couldn't be pulled.</summary>
/// <param name="reference">The image.</param>
/// <param name="fault">Why.</param>
/// <param name="detail">The engine's words.</param>
/// <param name="advice">What to do.</param>
public sealed class ImagePullException(string reference, PullFault fault, string detail, string? advice = null)
    : UserErrorException($"Can't pull {reference}: {detail}", advice)
{
    /// <summary>The image.</summary>
    public string Reference { get; } = reference;

    /// <summary>Why.</summary>
    public PullFault Fault { get; } = fault;
}
