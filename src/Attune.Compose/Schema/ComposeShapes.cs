namespace Attune.Compose.Schema;

/// <summary>
/// The shapes of what this reader uses, by https://github.com/compose-spec/compose-spec/blob/main/schema/compose-spec.json. Of other fields
/// only the names are known.
/// </summary>
internal static class ComposeShapes
{
    private static readonly Shape _text = new(ScalarKinds.Text);
    private static readonly Shape _boolean = new(ScalarKinds.Boolean | ScalarKinds.Text);
    private static readonly Shape _integer = new(ScalarKinds.Integer | ScalarKinds.Text);
    private static readonly Shape _texts = new(ScalarKinds.None, _text);
    private static readonly Shape _textOrTexts = new(ScalarKinds.Text, _text);
    private static readonly Shape _keyValues = new(ScalarKinds.None, _text, Map(new(ScalarKinds.All), Nouns.Key));
    private static readonly Shape _hosts = new(ScalarKinds.None, _text, Map(_textOrTexts, Nouns.Key));

    private static readonly Shape _ulimit = new(
        ScalarKinds.Integer | ScalarKinds.Text,
        Mapping: Fields(("soft", _integer), ("hard", _integer)));

    private static readonly Shape _grants = new(
        ScalarKinds.None,
        new(
            ScalarKinds.Text,
            Mapping: Fields(
                ("source", _text),
                ("target", _text),
                ("uid", _text),
                ("gid", _text),
                ("mode", new(ScalarKinds.Integer | ScalarKinds.Float | ScalarKinds.Text)))));

    /// <summary>A service's <c>build</c>.</summary>
    public static readonly Shape Build = new(ScalarKinds.Text, Mapping: Fields(
        ("context", _text),
        ("dockerfile", _text),
        ("dockerfile_inline", _text),
        ("entitlements", _texts),
        ("args", _keyValues),
        ("ssh", _keyValues),
        ("labels", _keyValues),
        ("cache_from", _texts),
        ("cache_to", _texts),
        ("no_cache", _boolean),
        ("no_cache_filter", _textOrTexts),
        ("additional_contexts", _keyValues),
        ("network", _text),
        ("provenance", _boolean),
        ("sbom", _boolean),
        ("pull", _boolean),
        ("target", _text),
        ("shm_size", _integer),
        ("extra_hosts", _hosts),
        ("isolation", _text),
        ("privileged", _boolean),
        ("secrets", _grants),
        ("tags", _texts),
        ("ulimits", new(ScalarKinds.None, Mapping: Map(_ulimit, Nouns.Key))),
        ("platforms", _texts)));

    private static readonly Shape _dependency = new(
        ScalarKinds.None,
        Mapping: Fields(("restart", _boolean), ("required", _boolean), ("condition", _text)));

    /// <summary>A service.</summary>
    public static readonly Shape Service = new(ScalarKinds.None, Mapping: Fields(
    [
        .. ServiceFields.Names.Select(name => (name, Shape.Anything)),
        ("build", Build),
        ("image", _text),
        ("platform", _text),
        ("pull_policy", _text),
        ("profiles", _texts),
        ("depends_on", new(ScalarKinds.None, _text, Map(_dependency, Nouns.Service))),
        ("extends", new(ScalarKinds.Text, Mapping: Fields(("service", _text), ("file", _text)))),
    ]));

    private static readonly Shape _secret = new(ScalarKinds.None, Mapping: Fields(
        ("name", _text),
        ("environment", _text),
        ("file", _text),
        ("external", new(ScalarKinds.Boolean | ScalarKinds.Text, Mapping: Fields(("name", _text)))),
        ("labels", _keyValues),
        ("driver", _text),
        ("driver_opts", Shape.Anything),
        ("template_driver", _text)));

    private static readonly Shape _include = new(ScalarKinds.Text, Mapping: Fields(
        ("path", _textOrTexts), ("env_file", _textOrTexts), ("project_directory", _text)));

    /// <summary>A whole file.</summary>
    public static readonly Shape File = new(ScalarKinds.None, Mapping: Fields(
        ("version", _text),
        ("name", _text),
        ("include", new(ScalarKinds.None, _include)),
        ("services", new(ScalarKinds.None, Mapping: Map(Service, Nouns.Service))),
        ("secrets", new(ScalarKinds.None, Mapping: Map(_secret, Nouns.Resource))),
        ("models", Shape.Anything),
        ("networks", Shape.Anything),
        ("volumes", Shape.Anything),
        ("configs", Shape.Anything)));

    private static Properties Fields(params ReadOnlySpan<(string Name, Shape Shape)> fields)
    {
        var named = new Dictionary<string, Shape>(StringComparer.Ordinal);
        foreach (var (name, shape) in fields)
            named.Add(name, shape);
        return new(named, Others: null, Nouns.Field);
    }

    private static Properties Map(Shape values, string noun) => new([], values, noun);
}
