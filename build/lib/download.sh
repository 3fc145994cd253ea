# Downloads one file of the lock through its registry's own client. Sourced, never run.

# download INDEX: the file into archives/, checked. It is made in a folder beside and moved when it is right.
download() {
    local file=${files[$1]} partial=$cache/partial/download log=$cache/partial/log
    need_space "${sizes[$1]}" "$file"
    rm -rf "$partial" && mkdir -p "$partial" || fail TFN6003 "cannot write $file to $partial"
    if ! (cd "$partial" && fetch "$1") > "$log" 2>&1 || [[ ! -f $partial/$file ]]; then
        fail TFN6002 "$file could not be downloaded:"$'\n'"$(tail -n 8 "$log")"
    fi
    if ! has_hash "$partial/$file" "${hashes[$1]}"; then
        local hash bytes
        hash=$(sha256sum < "$partial/$file") bytes=$(stat -c %s "$partial/$file")
        fail TFN6001 "$file is not the file that $lock pins: its SHA-256 is ${hash%% *} ($bytes bytes), expected ${hashes[$1]} (${sizes[$1]} bytes)"
    fi
    mv -f "$partial/$file" "$cache/archives/$file" || fail TFN6003 "cannot write $cache/archives/$file"
}

# fetch INDEX: lets the client of the file's registry put it into the current folder.
fetch() {
    case ${kinds[$1]} in
        npm) npm pack --silent --cache "$cache/partial/npm" "${names[$1]}@${versions[$1]}" ;;
        *) apt_fetch "${kinds[$1]}" "${names[$1]}" "${hashes[$1]}" ;;
    esac
}

# prepare_clients INDEX...: makes the clients ready that the files need.
prepare_clients() {
    local index used=() wanted=() npm=
    for index in "$@"; do
        if [[ ${kinds[$index]} == npm ]]; then npm=yes; else used+=("${suites[$index]}") wanted+=("${files[$index]}"); fi
    done
    if [[ -n $npm ]]; then require_packages npm:npm; fi
    ((${#used[@]} > 0)) || return 0
    command -v apt-get > /dev/null || fail TFN6005 "apt-get is not installed; only it gets these files: ${wanted[*]}"
    need_space 300000000 "the indices of Debian's mirror" # on a full disk apt would wait for ever
    say "Reading the indices of Debian's mirror"
    mapfile -t used < <(printf '%s\n' "${used[@]}" | sort -u)
    apt_prepare "$cache/partial/apt" "${used[@]}" ||
        fail TFN6002 "${wanted[*]} could not be downloaded, because the indices of Debian's mirror (${used[*]}) could not:"$'\n'"$apt_error"
}
