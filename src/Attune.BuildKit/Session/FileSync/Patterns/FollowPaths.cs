using Attune.BuildKit.Session.FileSync.Trees;

namespace Attune.BuildKit.Session.FileSync.Patterns;

/// <summary>
/// The paths that COPY instructions name: an engine asks for them and for whatever symbolic links on the way lead to, which only this side
/// can know. Links are resolved as if the tree's root were <c>/</c>.
/// </summary>
internal sealed class FollowPaths
{
    private readonly IFileTree _tree;
    private readonly SortedSet<string> _resolved = new(Utf8Order.Instance);

    private FollowPaths(IFileTree tree) => _tree = tree;

    /// <summary>The include patterns that the paths come down to; null when one is the root, so that everything is meant.</summary>
    public static IReadOnlyList<string>? Resolve(IFileTree tree, IReadOnlyList<string> paths)
    {
        var follow = new FollowPaths(tree);
        foreach (var path in paths)
            follow.Add(path);
        return follow._resolved.Contains("") ? null : [.. follow._resolved];
    }

    private void Add(string path)
    {
        var names = RelativePath.Clean(path).Split('/');
        var current = "";
        for (var i = 0; i < names.Length; i++)
        {
            current = current.Length == 0 ? names[i] : current + "/" + names[i];
            var targets = LinkTargets(current);
            var isLast = i == names.Length - 1;
            if ((isLast || targets.Count > 0) && !_resolved.Add(current))
                return;
            if (targets.Count == 0)
                continue;
            var rest = string.Join('/', names[(i + 1)..]);
            foreach (var target in targets)
                Add(target + "/" + rest);
            return;
        }
    }

    private List<string> LinkTargets(string path)
    {
        var name = RelativePath.Name(path);
        if (name.AsSpan().IndexOfAny('*', '?', '[') < 0)
            return _tree.Find(path) is { IsLink: true } link ? [TargetOf(link)] : [];
        var pattern = new PathPattern(name);
        var parent = RelativePath.Parent(path);
        if (parent.Length > 0 && _tree.Find(parent) is not { IsDirectory: true })
            return [];
        return [.. _tree.List(parent).Where(e => e.IsLink && pattern.Matches(RelativePath.Name(e.Path))).Select(TargetOf)];
    }

    private static string TargetOf(FileEntry link) =>
        RelativePath.Clean(link.LinkTarget.StartsWith('/') ? link.LinkTarget : RelativePath.Parent(link.Path) + "/" + link.LinkTarget);
}
