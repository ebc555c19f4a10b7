global using System.Reflection;
global using Attune.Workflow.Testing;
global using Nuke.Common;
global using Nuke.Common.CI.GitHubActions;
global using Nuke.Common.IO;
global using Nuke.Common.Tooling;
global using Nuke.Common.Utilities.Collections;
global using Serilog;
global using static Nuke.Common.Tools.DotNet.DotNetTasks;
