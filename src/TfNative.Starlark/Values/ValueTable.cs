using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

/// <summary>
/// A hash table that keeps insertion order: entries in an array, removed ones as holes until the next growth. Up to
/// eight entries are found by comparing hashes in a row, without buckets: most dicts of build files are that small.
/// A struct inside the dict or set, to save the step between them; never copied.
/// </summary>
internal struct ValueTable
{
    private const int LinearSize = 8;
    private const int Removed = -2;

    private Entry[] entries;
    private int[]? buckets;
    private int used;

    public ValueTable(int capacity)
    {
        entries = capacity > 0 ? new Entry[capacity] : [];
        if (capacity > LinearSize)
            Rehash(entries.Length);
    }

    public int Count { readonly get; private set; }

    /// <summary>One more than the highest index of an entry; see <see cref="IsLive"/>.</summary>
    public readonly int End => used;

    public readonly bool IsLive(int index) => entries[index].Next != Removed;

    public readonly Value KeyAt(int index) => entries[index].Key;

    public readonly ref Value ValueAt(int index) => ref entries[index].Value;

    /// <summary>Index of the entry, or -1. Throws if the key cannot be hashed.</summary>
    public readonly int Find(Value key) => Find(key, HashOf(key));

    public void Set(Value key, Value value)
    {
        int hash = HashOf(key);
        int index = Find(key, hash);
        if (index >= 0)
            entries[index].Value = value;
        else
            Append(key, hash, value);
    }

    /// <summary>False, and no change, if the key is there.</summary>
    public bool TryAdd(Value key, Value value)
    {
        int hash = HashOf(key);
        if (Find(key, hash) >= 0)
            return false;
        Append(key, hash, value);
        return true;
    }

    /// <summary>Adds a key that carries its hash and is known not to be there.</summary>
    public void AppendNew(Value key, Value value) => Append(key, (int)key.Bits, value);

    public bool Remove(Value key, out Value value)
    {
        int hash = HashOf(key);
        int index = Find(key, hash);
        value = default;
        if (index < 0)
            return false;
        value = entries[index].Value;
        if (buckets is not null)
            Unlink(index, hash);
        entries[index] = new Entry { Next = Removed };
        Count--;
        if (index == used - 1)
            used--;
        return true;
    }

    public void Clear()
    {
        entries = [];
        buckets = null;
        used = 0;
        Count = 0;
    }

    private readonly int Find(Value key, int hash)
    {
        if (buckets is null)
        {
            for (int i = 0; i < used; i++)
            {
                ref Entry entry = ref entries[i];
                if (entry.Hash == hash && entry.Next != Removed && SameKey(entry.Key, key))
                    return i;
            }
            return -1;
        }
        Entry[] table = entries;
        int[] heads = buckets;
        int index = heads[hash & (heads.Length - 1)] - 1;
        while ((uint)index < (uint)table.Length)
        {
            ref Entry entry = ref table[index];
            if (entry.Hash == hash && SameKey(entry.Key, key))
                return index;
            index = entry.Next;
        }
        return -1;
    }

    /// <summary>Ints, and strings that carry their hash, without a call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int HashOf(Value key)
    {
        if (key.IsSmallInt)
            return Numbers.Hash(key.Bits);
        return key.Bits != 0 && key.Ref is string ? (int)key.Bits : HashOther(key);
    }

    // On their own and with values as arguments: an instance method needs the value's address, and with it on the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int HashOther(Value key) => key.GetHashCode();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool SameOther(Value a, Value b) => a.Equals(b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool SameKey(Value a, Value b) =>
        (ReferenceEquals(a.Ref, b.Ref) && a.Bits == b.Bits) || SameOther(a, b);

    private void Append(Value key, int hash, Value value)
    {
        if (used == entries.Length)
            Grow();
        ref Entry entry = ref entries[used];
        Value.Store(ref entry.Key, key.WithHash(hash));
        Value.Store(ref entry.Value, value);
        entry.Hash = hash;
        entry.Next = -1;
        if (buckets is not null)
        {
            ref int bucket = ref buckets[hash & (buckets.Length - 1)];
            entry.Next = bucket - 1;
            bucket = used + 1;
        }
        used++;
        Count++;
    }

    private readonly void Unlink(int index, int hash)
    {
        ref int link = ref buckets![hash & (buckets.Length - 1)];
        if (link - 1 == index)
        {
            link = entries[index].Next + 1;
            return;
        }
        int i = link - 1;
        while (entries[i].Next != index)
            i = entries[i].Next;
        entries[i].Next = entries[index].Next;
    }

    private void Grow()
    {
        int size = Count < used * 3 / 4 ? entries.Length : Math.Max(4, entries.Length * 2);
        Limits.CheckListLength(Count + 1);
        var old = entries;
        int oldUsed = used;
        entries = new Entry[size];
        used = 0;
        if (Count == oldUsed)
        {
            Array.Copy(old, entries, oldUsed);
            used = oldUsed;
        }
        else
        {
            for (int i = 0; i < oldUsed; i++)
            {
                if (old[i].Next != Removed)
                    entries[used++] = old[i];
            }
        }
        if (size > LinearSize)
            Rehash(size);
    }

    private void Rehash(int size)
    {
        // Twice as many as entries: shorter chains are worth more than the space.
        var heads = new int[2 * System.Numerics.BitOperations.RoundUpToPowerOf2((uint)size)];
        Span<Entry> live = entries.AsSpan(0, used);
        for (int i = 0; i < live.Length; i++)
        {
            ref Entry entry = ref live[i];
            ref int bucket = ref heads[entry.Hash & (heads.Length - 1)];
            entry.Next = bucket - 1;
            bucket = i + 1;
        }
        buckets = heads;
    }

    private struct Entry
    {
        public Value Key;
        public Value Value;
        public int Hash;
        public int Next;
    }
}
