using System.Net;

namespace Attune.BuildKit.Session.Hosting;

/// <summary>Where sessions "listen": nowhere. Their connections are ones that we opened to the engine, which then calls back on them.</summary>
internal sealed class SessionEndPoint : EndPoint
{
    public override string ToString() => "session";
}
