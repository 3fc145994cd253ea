#!/bin/bash
# Gets the sources that sources.lock.json pins into a cache outside the checkout, and unpacks them there.
# With a complete cache it uses no network. Whatever goes wrong leaves nothing half-made; the next run goes on from there.
#
#   build/get-sources.sh [--group default|full] [--lock FILE] [--list]
#
#   --group   default: what the tests and samples/FaceDetection need; full: also what the whole of TensorFlow needs
#   --lock    another lock file
#   --list    prints name, version and folder of each source instead of getting them
#
# TFNATIVE_SOURCES names the cache (default ${XDG_CACHE_HOME:-$HOME/.cache}/tfnative/sources):
#   archives/FILE                  the files as they were downloaded, checked against their SHA-256
#   tree/NAME-VERSION/             the same unpacked
#   tree/NAME-VERSION.sha256       the archive's hash; written last, so it says that the folder is complete
set -uo pipefail
build=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
for part in say lock-file private-apt debian-packages; do source "$build/lib/$part.sh"; done

lock=$build/sources.lock.json group=default list=
while (($# > 0)); do
    case $1 in
        --group) group=${2:-} && shift 2 ;;
        --lock) lock=${2:-} && shift 2 ;;
        --list) list=yes && shift ;;
        *) fail TFN6004 "unknown argument \"$1\"; see the head of $0" ;;
    esac
done
[[ $group == default || $group == full ]] || fail TFN6004 "the group is \"default\" or \"full\", not \"$group\""
read_lock "$lock" "$group"
cache=${TFNATIVE_SOURCES:-${XDG_CACHE_HOME:-$HOME/.cache}/tfnative/sources}
[[ $cache == /* ]] || cache=$PWD/$cache

# tree INDEX: the folder of an unpacked source.
tree() { tree=$cache/tree/${names[$1]##*/}-${versions[$1]}; }

# is_unpacked INDEX: reads one small file and starts no process, so that looking at all of them costs milliseconds.
is_unpacked() {
    local tree stamp
    tree "$1"
    [[ -d $tree && -r $tree.sha256 ]] && read -r stamp < "$tree.sha256" && [[ $stamp == "${hashes[$1]}" ]]
}

# has_hash FILE SHA256
has_hash() { [[ $(sha256sum < "$1") == "$2  -" ]]; }

# check_space BYTES WHAT: fails before a download or an unpacking that cannot end well.
check_space() {
    local free
    free=$(($(df --output=avail -B1 "$cache" | tail -n 1)))
    ((free > $1)) || fail TFN6003 "no space for $2 in $cache: $(megabytes "$1") needed, $(megabytes "$free") free; free some or set TFNATIVE_SOURCES to another disk"
}

# download INDEX: one file into archives/, checked. It is made in a folder beside and moved when it is right.
download() {
    local file=${files[$1]} partial=$cache/partial/download log=$cache/partial/log
    check_space "${sizes[$1]}" "$file"
    rm -rf "$partial" && mkdir -p "$partial" || fail TFN6003 "cannot write $file to $partial"
    if ! (cd "$partial" && fetch "$1") > "$log" 2>&1 || [[ ! -f $partial/$file ]]; then
        local said
        said=$(tail -n 5 "$log")
        rm -rf "$partial"
        fail TFN6002 "$file could not be downloaded:"$'\n'"$said"
    fi
    if ! has_hash "$partial/$file" "${hashes[$1]}"; then
        local hash bytes
        hash=$(sha256sum < "$partial/$file") bytes=$(stat -c %s "$partial/$file")
        rm -rf "$partial"
        fail TFN6001 "$file is not the file that $lock pins: its SHA-256 is ${hash%% *} ($bytes bytes), expected ${hashes[$1]} (${sizes[$1]} bytes)"
    fi
    mv -f "$partial/$file" "$cache/archives/$file" || fail TFN6003 "cannot write $cache/archives/$file"
    rm -rf "$partial"
}

# fetch INDEX: lets the client of the file's registry put it into the current folder.
fetch() {
    case ${kinds[$1]} in
        npm) npm pack --silent --cache "$cache/partial/npm" "${names[$1]}@${versions[$1]}" ;;
        *) apt_fetch "${kinds[$1]}" "${names[$1]}" "${hashes[$1]}" ;;
    esac
}

# unpack INDEX: archives/FILE into its folder, which appears complete or not at all. A folder that an archive holds
# alone at its top (Debian's and npm's way) is left out.
unpack() {
    local tree partial=$cache/partial/tree file=$cache/archives/${files[$1]} top
    tree "$1"
    rm -rf "$tree" "$tree.sha256" "$partial" && mkdir -p "$partial" "$cache/tree" || fail TFN6003 "cannot write to $cache"
    if ! extract "$1" "$file" "$partial" > "$cache/partial/log" 2>&1; then
        rm -rf "$partial"
        fail TFN6006 "${files[$1]} could not be unpacked into $cache ($(df --output=avail -h "$cache" | tail -n 1 | tr -d ' ') free):"$'\n'"$(tail -n 5 "$cache/partial/log")"
    fi
    top=$partial
    if [[ ${kinds[$1]} != debian-package ]]; then
        local entries=("$partial"/* "$partial"/.[!.]*)
        [[ ${#entries[@]} == 2 && -d ${entries[0]} && ! -e ${entries[1]} ]] && top=${entries[0]}
    fi
    mv "$top" "$tree" && printf '%s\n' "${hashes[$1]}" > "$tree.sha256.partial" && mv "$tree.sha256.partial" "$tree.sha256" ||
        fail TFN6003 "cannot write $tree"
    rm -rf "$partial"
}

# extract INDEX FILE FOLDER
extract() {
    local patterns=()
    read -r -a patterns <<< "${members[$1]}"
    case ${kinds[$1]} in
        debian-package) dpkg-deb --extract "$2" "$3" ;;
        *) tar --extract --file "$2" --directory "$3" --no-same-owner --wildcards "${patterns[@]}" ;;
    esac
}

if [[ -n $list ]]; then
    for i in "${!names[@]}"; do
        tree "$i"
        printf '%s %s %s\n' "${names[$i]}" "${versions[$i]}" "$tree"
    done
    exit 0
fi

wanted=()
for i in "${!names[@]}"; do is_unpacked "$i" || wanted+=("$i"); done
if ((${#wanted[@]} == 0)); then
    say "All ${#names[@]} sources are in $cache"
    exit 0
fi

mkdir -p "$cache"/{archives,partial,tree} || fail TFN6003 "cannot write to $cache"
exec {cache_lock}> "$cache/partial/.lock" || fail TFN6003 "cannot write to $cache"
flock -n "$cache_lock" || { say "Waiting for another get-sources.sh that fills $cache"; flock "$cache_lock"; }

missing=()
for i in "${wanted[@]}"; do
    archive=$cache/archives/${files[$i]}
    [[ -f $archive ]] && has_hash "$archive" "${hashes[$i]}" || missing+=("$i")
done
require_packages xz-utils:xz bzip2:bzip2
need_apt= need_npm=
for i in "${missing[@]}"; do [[ ${kinds[$i]} == npm ]] && need_npm=yes || need_apt=yes; done
if [[ -n $need_npm ]]; then require_packages npm:npm; fi
if [[ -n $need_apt ]]; then
    say "Reading the indices of Debian's mirror"
    used=$(for i in "${missing[@]}"; do printf '%s\n' "${suites[$i]}"; done | sort -u | tr '\n' ' ')
    apt_prepare "$cache/apt" "$used"
fi
for step in "${!missing[@]}"; do
    i=${missing[$step]}
    say "[$((step + 1))/${#missing[@]}] Downloading ${files[$i]} ($(megabytes "${sizes[$i]}"))"
    download "$i"
done
for step in "${!wanted[@]}"; do
    i=${wanted[$step]}
    is_unpacked "$i" && continue # another run did it while this one waited
    say "[$((step + 1))/${#wanted[@]}] Unpacking ${names[$i]} ${versions[$i]}"
    unpack "$i"
done
say "All ${#names[@]} sources are in $cache"
