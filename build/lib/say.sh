# Messages of the build scripts. Sourced, never run.

# say TEXT...: one line of progress.
say() { printf '%s\n' "$*"; }

# fail CODE TEXT...: an error on standard error, in the form that MSBuild and editors recognise; ends the script.
fail() {
    local code=$1
    shift
    printf '%s : error %s: %s\n' "${0##*/}" "$code" "$*" >&2
    exit 1
}

# megabytes BYTES: the size rounded up to whole megabytes, for people.
megabytes() { printf '%d MB' $((($1 + 999999) / 1000000)); }
