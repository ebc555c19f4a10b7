partial class Build
{
    [Parameter("Where CacheSave and CacheRestore keep archives: a directory (.nuke/temp/cache-archives by default), or oci://HOST/REPOSITORY:TAG in a registry")] readonly string? Store;
    [Parameter("How large CacheSave lets the store become, such as 2GB; archives go, those longest not used first; 2GB by default on a build server")] readonly string? MaxSize;
    [Parameter("What archives are saved and looked for under; derived from lock files and base images by default")] readonly string? CacheKey;

    ArchiveSettings Archive => new() { Mounts = Mounts ?? [], Store = Store, MaxSize = MaxSize ?? (IsServerBuild ? "2GB" : null), Key = CacheKey };
}
