namespace Attune.Engines.BaseImages;

/// <summary>Whether an engine holds an image.</summary>
internal enum Presence
{
    Absent,
    Present,

    /// <summary>There, but made by another version of its recipe.</summary>
    Stale,
}

/// <summary>Whether a registry serves an image.</summary>
internal enum Registry
{
    NotAsked,
    Serves,
    Fails,
}

/// <summary>What to do about a base image.</summary>
internal enum BaseImageChoice
{
    UseDefault,
    UseOffline,
    AskRegistry,
    MakeOffline,
}

/// <summary>All that the choice of a base image depends on.</summary>
internal sealed record BaseImageFacts(BaseImageRequest Request, Presence Default, Presence Offline, Registry Registry);

/// <summary>Chooses between the default base image and its stand-in.</summary>
internal static class BaseImageDecision
{
    /// <summary>The next step. What is on the engine is used without asking the network, so that a build with nothing to do stays fast.</summary>
    public static BaseImageChoice Next(BaseImageFacts facts)
    {
        if (facts.Request.UserValue is not null || facts.Default == Presence.Present)
            return BaseImageChoice.UseDefault;
        if (facts.Offline == Presence.Present)
            return BaseImageChoice.UseOffline;
        return facts.Registry switch
        {
            Registry.NotAsked => BaseImageChoice.AskRegistry,
            Registry.Serves => BaseImageChoice.UseDefault,
            _ => BaseImageChoice.MakeOffline,
        };
    }
}
