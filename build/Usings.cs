// NUKE's names stand here alone, so that a move to its fork Fallout, or to another version, is one file.
global using System.Reflection;
global using Attune.BuildKit.Control;
global using Attune.Builds.Running;
global using Attune.Hazards.Repair;
global using Attune.RaceLab.Contenders;
global using Attune.Reports.Progress;
global using Attune.Workflow;
global using Attune.Workflow.Failures;
global using Attune.Workflow.Settings;
global using Attune.Workflow.Surroundings;
global using Attune.Workflow.Testing;
global using Nuke.Common;
global using Nuke.Common.CI.GitHubActions;
global using Nuke.Common.IO;
global using Nuke.Common.Tooling;
global using Nuke.Common.Utilities.Collections;
global using Serilog;
global using static Nuke.Common.Tools.DotNet.DotNetTasks;
