namespace Attune.Engines.Tests.Docker;

/// <summary>The classes that share one engine.</summary>
[CollectionDefinition(Name)]
public sealed class EngineTestGroup : ICollectionFixture<EngineFixture>
{
    public const string Name = "one engine";
}
