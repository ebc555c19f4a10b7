using Attune.BuildKit.Session.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Attune.BuildKit.Session.Rpc;

/// <summary>Hands each call to the service of the session whose connection it came in on.</summary>
internal sealed class RpcDispatcher : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        context.Response.ContentType = "application/grpc";
        context.Response.DeclareTrailer("grpc-status");
        var (status, message) = await RunAsync(context);
        if (context.RequestAborted.IsCancellationRequested)
            return;
        context.Response.AppendTrailer("grpc-status", status.ToString("D"));
        if (message is not null)
            context.Response.AppendTrailer("grpc-message", Uri.EscapeDataString(message));
    }

    private static async Task<(RpcStatusCode Status, string? Message)> RunAsync(HttpContext context)
    {
        var methods = context.Features.GetRequiredFeature<SessionMethods>().Handlers;
        if (!methods.TryGetValue(context.Request.Path.Value ?? "", out var handler))
            return (RpcStatusCode.Unimplemented, "this session has no " + context.Request.Path.Value);
        try
        {
            await handler(new RpcCall(context), context.RequestAborted);
            return (RpcStatusCode.Ok, null);
        }
        catch (RpcFault fault)
        {
            return (fault.Status, fault.Message);
        }
        catch (Exception e) when (e is OperationCanceledException || context.RequestAborted.IsCancellationRequested)
        {
            return (RpcStatusCode.Cancelled, "cancelled");
        }
#pragma warning disable CA1031 // Do not catch general exception types: whatever a service throws is the engine's to know, not the console's.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return (RpcStatusCode.Unknown, e.Message);
        }
    }
}
