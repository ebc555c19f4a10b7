namespace Nuke.Common.Utilities.Collections;

public static class DictionaryExtensions
{
    public static Dictionary<string, string> AddPair(this Dictionary<string, string> dictionary, string key, object value)
    {
        dictionary.Add(key, value.ToString() ?? "");
        return dictionary;
    }
}
