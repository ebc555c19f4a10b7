namespace Attune.Reports.Progress;

/// <summary>How a build is shown: <c>--progress</c>.</summary>
public enum ProgressMode
{
    /// <summary>Live on a terminal that can, else plain.</summary>
    Auto,

    /// <summary>A view that is redrawn in place; plain where the output isn't a terminal.</summary>
    Live,

    /// <summary>One line for each thing that happens.</summary>
    Plain,

    /// <summary>One JSON object for each event.</summary>
    Json,
}
