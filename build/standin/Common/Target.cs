namespace Nuke.Common;

/// <summary>Describes one target; a property <c>Target Name => _ => _ …</c> declares it.</summary>
public delegate ITargetDefinition Target(ITargetDefinition definition);
