using System.Collections.Immutable;
using Attune.BuildKit.Control;
using Attune.Builds.Caching;
using Attune.Caches.Mounts;
using Attune.Dockerfiles.Instructions;

namespace Attune.Caches.Inventory;

/// <summary>Joins an engine's records with the project's caches.</summary>
internal sealed class RecordMatcher(ImmutableArray<ProjectCache> caches, CacheLedger ledger)
{
    private readonly ImmutableHashSet<string> _commands = [.. caches.SelectMany(c => c.Mounts).Select(m => Squeeze(CommandOf(m.Mount.Run)))];

    /// <summary>What a record is; null when it is no cache mount.</summary>
    public KeptCache? Match(CacheRecord record)
    {
        if (CacheMountName.Of(record) is not { } name)
            return null;
        var kept = new KeptCache(record, name) { Origin = OriginOf(record) };
        var seen = ledger.Entries.GetValueOrDefault(record.Id);
        // Owner, mode and base are no part of the description, but a record of a fork builds on another one.
        var alike = caches.Where(c => c.Fork.IsPlain == (record.Parents.Count == 0)).ToList();
        if (seen is not null && alike.Find(seen.IsOf) is { } known && (name.Id is null || name.Id == known.EngineId))
            return Of(kept, [known], name.Id is null ? CacheIdentification.Ledger : CacheIdentification.Engine);
        var candidates = name.Id is { } id ? alike.Where(c => c.EngineId == id) : alike.Where(c => c.Targets.Contains(name.Target));
        var matched = Of(kept, [.. candidates], name.Id is null ? CacheIdentification.Target : CacheIdentification.Engine);
        return matched.Ownership == CacheOwnership.Other && (seen is not null || caches.Any(c => c.EngineId == name.Id))
            ? kept with { Ownership = CacheOwnership.Orphan, IdentifiedBy = CacheIdentification.Ledger }
            : matched;
    }

    private static KeptCache Of(KeptCache kept, ImmutableArray<ProjectCache> candidates, CacheIdentification by) => candidates switch
    {
        [] => kept with { Ownership = CacheOwnership.Other },
        [var only] => kept with { Cache = only, Ownership = CacheOwnership.Project, IdentifiedBy = by },
        _ => kept with { Candidates = candidates, Ownership = CacheOwnership.Project, IdentifiedBy = CacheIdentification.None },
    };

    private CacheOrigin OriginOf(CacheRecord record)
    {
        var text = Squeeze(record.Description);
        return _commands.Any(c => text.Contains(c, StringComparison.Ordinal)) ? CacheOrigin.Project : CacheOrigin.Elsewhere;
    }

    private static string CommandOf(RunInstruction run) => string.Join(' ', run.Command.Words.Select(w => w.Text));

    /// <summary>Continued lines come to the engine joined, with whatever blanks they had.</summary>
    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\\'));
}
