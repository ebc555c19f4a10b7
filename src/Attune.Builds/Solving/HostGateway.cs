using Attune.BuildKit;
using Attune.Compose;
using Attune.Source;

namespace Attune.Builds.Solving;

/// <summary>The address that <c>host-gateway</c> in <c>extra_hosts</c> stands for; asked for only when a service uses it.</summary>
internal sealed class HostGateway(BuildKitClient client)
{
    // moby: daemon/internal/builder-next/worker/label/label.go
    private const string Label = "org.mobyproject.buildkit.worker.moby.host-gateway-ip";

    private string? _address;

    public async Task<string?> ForAsync(BuildSection section, CancellationToken cancellationToken)
    {
        if (!section.ExtraHosts.Any(h => h.Address == "host-gateway"))
            return null;
        return _address ??= (await client.ListWorkersAsync(cancellationToken)).Select(w => w.Labels.GetValueOrDefault(Label)).FirstOrDefault(a => a is not null)
            ?? throw new LocatedException("This engine doesn't say what host-gateway stands for", section.Location, "Write the host's address in extra_hosts.");
    }
}
