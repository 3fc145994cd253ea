# Unpacks one archive of the cache. Sourced, never run.

# unpack INDEX: archives/FILE into its folder, which appears complete or not at all. A folder that an archive holds
# alone at its top (Debian's and npm's way) is left out.
unpack() {
    local tree partial=$cache/partial/tree log=$cache/partial/log file=${files[$1]} top entries
    tree "$1"
    rm -rf "$tree" "$tree.sha256" "$partial" && mkdir -p "$partial" || fail TFN6003 "cannot write $file to $cache"
    if ! extract "$1" "$cache/archives/$file" "$partial" > "$log" 2>&1; then
        fail TFN6006 "$file could not be unpacked into $cache, where $(megabytes "$(free_bytes)") are free:"$'\n'"$(tail -n 8 "$log")"
    fi
    top=$partial
    entries=$(shopt -s dotglob nullglob && printf '%s\n' "$partial"/*)
    [[ ${kinds[$1]} != debian-package && -d $entries ]] && top=$entries
    mv "$top" "$tree" && printf '%s\n' "${hashes[$1]}" > "$partial.sha256" && mv "$partial.sha256" "$tree.sha256" ||
        fail TFN6003 "cannot write $tree"
    rm -rf "$partial"
}

# extract INDEX FILE FOLDER: all of it, or of a big one what the lock's "members" say.
extract() {
    local patterns
    read -r -a patterns <<< "${members[$1]}"
    case ${kinds[$1]} in
        debian-package) dpkg-deb --extract "$2" "$3" ;;
        *) tar --extract --file "$2" --directory "$3" --no-same-owner --wildcards --no-wildcards-match-slash "${patterns[@]}" ;;
    esac
}
