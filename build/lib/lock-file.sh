# Reads sources.lock.json without a JSON tool, because a fresh Debian has none: the file holds one object a line,
# every value is a string or a number, and a test checks that a real JSON parser sees the same. Sourced, never run.

# read_lock FILE GROUP: fills the arrays below with the entries of the group; "full" has those of "default" too.
read_lock() {
    local file=$1 group=$2 line field value
    names=() versions=() files=() sizes=() hashes=() kinds=() suites=() members=()
    [[ -r $file ]] || fail TFN6004 "the lock file $file cannot be read"
    while IFS= read -r line || [[ -n $line ]]; do
        [[ $line =~ ^[[:space:]]*[][]?[[:space:]]*$ ]] && continue
        local -A entry=()
        local rest=$line
        while [[ $rest =~ \"([a-z0-9]+)\":\ *(\"([^\"]*)\"|([0-9]+))(.*)$ ]]; do
            field=${BASH_REMATCH[1]} value=${BASH_REMATCH[3]}${BASH_REMATCH[4]} rest=${BASH_REMATCH[5]}
            entry[$field]=$value
        done
        for field in name version file size sha256 kind group; do
            [[ -n ${entry[$field]:-} ]] || fail TFN6004 "$file: an entry has no \"$field\": $line"
        done
        [[ ${entry[sha256]} =~ ^[0-9a-f]{64}$ ]] || fail TFN6004 "$file: the sha256 of ${entry[file]} is not 64 hexadecimal digits"
        case ${entry[kind]} in
            debian-source | debian-package | npm) ;;
            *) fail TFN6004 "$file: ${entry[file]} has the unknown kind \"${entry[kind]}\"" ;;
        esac
        [[ ${entry[group]} == default || $group == full ]] || continue
        names+=("${entry[name]}") versions+=("${entry[version]}") files+=("${entry[file]}") sizes+=("${entry[size]}")
        hashes+=("${entry[sha256]}") kinds+=("${entry[kind]}") suites+=("${entry[suite]:-}") members+=("${entry[members]:-}")
    done < "$file"
    ((${#names[@]} > 0)) || fail TFN6004 "$file has no entry of the group \"$group\""
}
