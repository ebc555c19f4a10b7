namespace Attune.BuildKit.Session.Auth;

/// <summary>What a registry is logged in to with.</summary>
/// <param name="Username">The user, or empty when <paramref name="Secret"/> is an identity token.</param>
/// <param name="Secret">A password or an identity token.</param>
public sealed record RegistryCredential(string Username, string Secret)
{
    /// <summary>No log-in.</summary>
    public static RegistryCredential Anonymous { get; } = new("", "");

    /// <summary>Without the secret, so that no log can hold it.</summary>
    public override string ToString() => $"{nameof(RegistryCredential)} {{ Username = {Username} }}";
}
