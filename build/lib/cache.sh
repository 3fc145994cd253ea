# The cache of sources: where a source lies and whether it is there. Sourced, never run.
#
#   archives/FILE              the files as they were downloaded, checked against their SHA-256
#   tree/NAME-VERSION/         the same unpacked
#   tree/NAME-VERSION.sha256   the archive's hash; written last, so it says that the folder is complete
#   partial/                   what is being made; never more than the run that holds partial/.lock needs

# tree INDEX: sets `tree` to the folder of an unpacked source; a scope of npm is not part of it.
tree() { tree=$cache/tree/${names[$1]##*/}-${versions[$1]}; }

# is_unpacked INDEX: reads one small file and starts no process, so that looking at all of them costs milliseconds.
is_unpacked() {
    local tree stamp
    tree "$1"
    [[ -d $tree && -r $tree.sha256 ]] && read -r stamp < "$tree.sha256" && [[ $stamp == "${hashes[$1]}" ]]
}

# has_archive INDEX: whether the right file lies in archives/.
has_archive() { [[ -f $cache/archives/${files[$1]} ]] && has_hash "$cache/archives/${files[$1]}" "${hashes[$1]}"; }

# has_hash FILE SHA256
has_hash() { [[ $(sha256sum < "$1") == "$2  -" ]]; }

# lock_cache: waits until no other run fills the cache; the lock, and what is half-made, end with this process.
lock_cache() {
    mkdir -p "$cache"/{archives,partial,tree} && exec {cache_lock}> "$cache/partial/.lock" || fail TFN6003 "cannot write to $cache"
    if ! flock -n "$cache_lock"; then
        say "Waiting for another get-sources.sh that fills $cache"
        flock "$cache_lock"
    fi
    trap 'rm -rf "$cache/partial"/*' EXIT
}

# free_bytes: of the disk that the cache is on.
free_bytes() { df --output=avail -B1 "$cache" | tail -n 1 | tr -d ' '; }

# need_space BYTES WHAT: fails where the disk has less, before anything is begun that could not end well.
need_space() {
    local free
    free=$(free_bytes)
    ((free > $1)) ||
        fail TFN6003 "no space for $2 in $cache: $(megabytes "$1") needed, $(megabytes "$free") free; free some or set TFNATIVE_SOURCES to another disk"
}
