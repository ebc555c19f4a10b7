namespace Nuke.Common;

/// <summary>The whole build needs the member to have a value.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class RequiredAttribute : Attribute;
