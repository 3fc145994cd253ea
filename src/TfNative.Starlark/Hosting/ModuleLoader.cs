using System.Collections.Concurrent;

namespace TfNative.Starlark;

/// <summary>What a <see cref="ModuleLoader{TKey}"/> asks its host. All of it may be asked by several threads at once.</summary>
/// <typeparam name="TKey">What identifies a module to the host, such as a label.</typeparam>
public abstract class ModuleSource<TKey>
    where TKey : notnull
{
    /// <summary>The key of the module that a load statement in <paramref name="from"/> names.</summary>
    /// <exception cref="StarlarkException">The text names no module; it gets the place of the load statement.</exception>
    public abstract TKey Resolve(string module, TKey from);

    /// <summary>The file of a module.</summary>
    /// <exception cref="StarlarkException">There is none, or it cannot be read; it gets the place of the load statement.</exception>
    public abstract SourceText Open(TKey key);

    public virtual Dialect GetDialect(TKey key) => Dialect.Bzl;

    public virtual StarlarkEnvironment GetEnvironment(TKey key) => StarlarkEnvironment.Empty;

    /// <summary>The evaluation in which the module's file is executed: limits, print, data for the host's builtins.</summary>
    public virtual StarlarkThread CreateThread(TKey key) => new();

    /// <summary>What <see cref="Module.HostData"/> of the module is to be.</summary>
    public virtual object? GetHostData(TKey key) => key;

    /// <summary>Called for each global that the module bound, before it is frozen.</summary>
    public virtual void OnExport(TKey key, string name, Value value)
    {
    }
}

/// <summary>
/// Loads modules and what they load: each once, independent ones in parallel. A cycle is an error that shows its path.
/// </summary>
public sealed class ModuleLoader<TKey>(ModuleSource<TKey> source)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<Module>>> modules = new();
    private readonly Dictionary<TKey, TKey[]> edges = [];

    /// <exception cref="StarlarkException">The module, or one that it loads, is missing or fails.</exception>
    public Module Load(TKey key) => LoadAsync(key).GetAwaiter().GetResult();

    /// <inheritdoc cref="Load"/>
    public Task<Module> LoadAsync(TKey key) =>
        modules.GetOrAdd(key, k => new Lazy<Task<Module>>(() => Task.Run(() => LoadCoreAsync(k)))).Value;

    /// <summary>Loads the modules that a file names, for executing a file that is itself no module.</summary>
    /// <param name="file">The parsed file.</param>
    /// <param name="key">Its key, against which load statements are resolved.</param>
    /// <returns>The modules, in the order of <see cref="StarlarkFile.Loads"/>.</returns>
    public async Task<Module[]> LoadAllAsync(StarlarkFile file, TKey key)
    {
        TKey[] keys = ResolveLoads(file, key);
        var tasks = new Task<Module>[keys.Length];
        for (int i = 0; i < tasks.Length; i++)
            tasks[i] = LoadAsync(keys[i]);
        var loaded = new Module[keys.Length];
        for (int i = 0; i < loaded.Length; i++)
        {
            try
            {
                loaded[i] = await tasks[i].ConfigureAwait(false);
            }
            catch (StarlarkException e)
            {
                throw LoadErrors.At(file, file.Loads[i], e);
            }
        }
        return loaded;
    }

    private async Task<Module> LoadCoreAsync(TKey key)
    {
        StarlarkFile file = Parser.Parse(source.Open(key), source.GetDialect(key));
        // The loads come first, so that other modules are on their way while this one's errors are found.
        Task<Module[]> dependencies = LoadDependenciesAsync(file, key);
        StarlarkEnvironment environment = source.GetEnvironment(key);
        StarlarkProgram program;
        try
        {
            program = StarlarkProgram.Resolve(file, environment);
        }
        catch
        {
            await Task.WhenAny(dependencies).ConfigureAwait(false);
            throw;
        }
        Module[] loaded = await dependencies.ConfigureAwait(false);
        return program.Execute(
            source.CreateThread(key),
            environment,
            load => loaded[IndexOf(file.Loads, load)],
            (name, value) => source.OnExport(key, name, value),
            source.GetHostData(key));
    }

    private Task<Module[]> LoadDependenciesAsync(StarlarkFile file, TKey key)
    {
        try
        {
            AddEdges(file, key, ResolveLoads(file, key));
            return LoadAllAsync(file, key);
        }
        catch (StarlarkException e)
        {
            return Task.FromException<Module[]>(e);
        }
    }

    private TKey[] ResolveLoads(StarlarkFile file, TKey key)
    {
        var keys = new TKey[file.Loads.Count];
        for (int i = 0; i < keys.Length; i++)
        {
            try
            {
                keys[i] = source.Resolve(file.Loads[i].Module, key);
            }
            catch (StarlarkException e)
            {
                throw LoadErrors.At(file, file.Loads[i], e);
            }
        }
        return keys;
    }

    /// <summary>
    /// Notes which modules this one waits for. Of the modules on a cycle the last to do so closes it, and fails
    /// instead of waiting; the others fail because of it.
    /// </summary>
    private void AddEdges(StarlarkFile file, TKey key, TKey[] targets)
    {
        lock (edges)
        {
            var path = new List<TKey> { key };
            var seen = new HashSet<TKey>();
            for (int i = 0; i < targets.Length; i++)
            {
                path.RemoveRange(1, path.Count - 1);
                if (FindPath(targets[i], key, path, seen))
                    throw LoadErrors.Cycle(file, file.Loads[i], string.Join(" -> ", path));
            }
            edges[key] = targets;
        }
    }

    private bool FindPath(TKey from, TKey to, List<TKey> path, HashSet<TKey> seen)
    {
        path.Add(from);
        if (EqualityComparer<TKey>.Default.Equals(from, to))
            return true;
        if (seen.Add(from) && edges.TryGetValue(from, out TKey[]? next))
        {
            foreach (TKey target in next)
            {
                if (FindPath(target, to, path, seen))
                    return true;
            }
        }
        path.RemoveAt(path.Count - 1);
        return false;
    }

    private static int IndexOf(IReadOnlyList<LoadStatement> loads, LoadStatement load)
    {
        for (int i = 0; i < loads.Count; i++)
        {
            if (ReferenceEquals(loads[i], load))
                return i;
        }
        return -1;
    }
}
