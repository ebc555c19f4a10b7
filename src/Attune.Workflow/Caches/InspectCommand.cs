using System.Globalization;
using Attune.Builds.Caching;
using Attune.Caches.Inspection;
using Attune.Caches.Mounts;
using Attune.Projects;
using Attune.Reports.Caches;
using Attune.Reports.Text;
using Attune.Source;
using Attune.Workflow.EngineUse;
using Attune.Workflow.Reporting;
using Attune.Workflow.Settings;
using Attune.Workflow.Surroundings;

namespace Attune.Workflow.Caches;

/// <summary>Shows what lies inside caches of the project.</summary>
internal sealed class InspectCommand(EngineConnection connection, WorkflowHost host, ReportOutput output)
{
    public async Task<WorkSummary> RunAsync(ProjectCaches caches, BuildPlan plan, InspectSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Format is not (ReportFormat.Text or ReportFormat.Json))
            throw new UserErrorException($"CacheReport has no format {settings.Format}", "Use --format text or json.", FaultKind.Usage);
        var inventory = await caches.ReadAsync(ProjectCache.Of(plan), cancellationToken);
        var inspector = new CacheInspector(plan, new CacheVisitor(await connection.BuildEngineAsync(cancellationToken)));
        var found = new List<CacheContents>();
        foreach (var cache in CacheSelection.Select(inventory.ProjectCaches, [settings.Name]))
        {
            var records = inventory.RecordsOf(cache).ToList();
            // A visit to a cache that isn't there would make one.
            if (records.Count == 0)
            {
                found.Add(new(cache) { Records = 0 });
                continue;
            }

            if (records.TrueForAll(r => r.Record.IsInUse) && cache.VisitSharing == Dockerfiles.Mounts.CacheSharing.Locked)
                host.Console.Announce($"{cache.Name} is in use; waiting for the build that holds it");
            var contents = await inspector.InspectAsync(cache, cancellationToken);
            // Where the engine names no ids, a record may turn out to be another cache's.
            var isKept = contents.Record is null || records.Exists(r => r.Record.Id == contents.Record);
            found.Add(isKept ? contents with { Records = records.Count(r => r.Cache == cache || r.Record.Id == contents.Record) } : new(cache) { Records = 0 });
            if (isKept)
                await caches.RememberAsync(contents, cancellationToken);
        }

        if (settings.Format == ReportFormat.Json)
            output.Write(ContentsJson.Render(found));
        else
            output.Write(ContentsReport.Render(found, output.Width));
        var incomplete = found.Sum(c => c.Incomplete.Length);
        return WorkSummary.Of(("Size", ByteSize.Format(found.Sum(c => c.Size ?? 0))), ("Incomplete", incomplete.ToString(CultureInfo.InvariantCulture)));
    }
}

/// <summary>What is looked into.</summary>
/// <param name="Name">A cache's id, target, tool or service.</param>
/// <param name="Format">How it is shown.</param>
internal sealed record InspectSettings(string Name, ReportFormat Format);
