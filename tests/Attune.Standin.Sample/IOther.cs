using Nuke.Common;

public interface IOther : INukeBuild
{
    Target Nothing => _ => _;
}
