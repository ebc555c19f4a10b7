namespace Attune.BuildKit.Session.FileSync.Trees;

/// <summary>
/// Go's <c>os.FileMode</c>, which fsutil sends as it is (https://pkg.go.dev/io/fs#FileMode). Not <c>st_mode</c>: with that an engine fails
/// on directories with a misleading "changes out of order".
/// </summary>
internal static class GoFileMode
{
    public const uint Directory = 1u << 31;
    public const uint SymbolicLink = 1u << 27;
    public const uint Device = 1u << 26;
    public const uint NamedPipe = 1u << 25;
    public const uint Socket = 1u << 24;
    public const uint SetUserId = 1u << 23;
    public const uint SetGroupId = 1u << 22;
    public const uint CharacterDevice = 1u << 21;
    public const uint Sticky = 1u << 20;
    public const uint Permissions = 0x1FF;

    private const uint Type = Directory | SymbolicLink | Device | NamedPipe | Socket | CharacterDevice;

    /// <summary>Whether content can be asked for.</summary>
    public static bool IsRegular(uint mode) => (mode & Type) == 0;

    /// <summary>From <c>st_mode</c> (inode(7)).</summary>
    public static uint FromUnix(uint mode)
    {
        var type = (mode & 0xF000) switch
        {
            0x4000 => Directory,
            0xA000 => SymbolicLink,
            0x6000 => Device,
            0x2000 => Device | CharacterDevice,
            0x1000 => NamedPipe,
            0xC000 => Socket,
            _ => 0u,
        };
        var special = ((mode & 0x800) != 0 ? SetUserId : 0) | ((mode & 0x400) != 0 ? SetGroupId : 0) | ((mode & 0x200) != 0 ? Sticky : 0);
        return type | special | (mode & Permissions);
    }
}
