using System.Collections.Immutable;
using Attune.Source;

namespace Attune.Workflow.EngineUse;

/// <summary>Engines that build together.</summary>
internal static class SeveralEngines
{
    /// <summary>The engines, if each is another one.</summary>
    /// <exception cref="UserErrorException">One is named twice.</exception>
    public static ImmutableArray<EngineConnection> Distinct(ImmutableArray<EngineConnection> engines)
    {
        var twice = engines.GroupBy(e => e.Engine.Endpoint.ToString()).FirstOrDefault(e => e.Count() > 1);
        return twice is null ? engines : throw new UserErrorException($"--engine names {twice.Key} twice", "Name each engine once.", FaultKind.Usage);
    }
}
