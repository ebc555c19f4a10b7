using System.Text.Json.Serialization;

namespace Attune.Dockerfiles.Lexing;

/// <summary>Reads JSON strings without reflection, so that the build can be compiled ahead of time.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class JsonTexts : JsonSerializerContext;
