namespace Nuke.Common.CI.GitHubActions;

public enum GitHubActionsSubmodules
{
    False,
    True,
    Recursive,
}
