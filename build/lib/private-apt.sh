# Downloads from Debian's mirror through apt with a state of its own, so that the machine's apt configuration, lists and
# cache stay as they are. Only the mirror's address (and proxies, credentials, keys) come from the machine. Sourced, never run.

# apt_mirrors: addresses of Debian mirrors that the machine's own apt configuration names, the likeliest first.
# apt itself reads the configuration, so both of its formats are understood.
apt_mirrors() {
    local uri suite
    apt-get update --print-uris 2>/dev/null |
        sed -nE "s#^'(.+)/dists/([^/']+)/(In)?Release' .*#\1 \2#p" |
        while read -r uri suite; do
            case $suite in
                *-updates) printf '1 %s\n' "$uri" ;; # nobody but Debian's own mirrors has this suite
                bookworm | trixie | forky | sid | oldstable | stable | testing | unstable) printf '2 %s\n' "$uri" ;;
            esac
        done | sort -s -n -k1,1 | awk '!seen[$2]++ { print $2 }'
}

# apt_private ARGUMENT...: apt-get with the private state; a limit in time, because apt can wait for ever on a disk that
# becomes full.
apt_private() { timeout 1800 apt-get -c "$apt_state/apt.conf" "$@"; }

# apt_prepare FOLDER SUITE...: makes the private state in FOLDER and gets the indices of the suites; returns 1 where that
# fails, with the reason in `apt_error`.
apt_prepare() {
    apt_state=$1
    shift
    apt_error=
    local mirror suite key=
    mkdir -p "$apt_state"/{lists,cache}/partial "$apt_state/cache/archives/partial" || fail TFN6003 "cannot write to $apt_state"
    [[ -r /usr/share/keyrings/debian-archive-keyring.gpg ]] && key="[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] "
    # Hooks are cleared because the machine's own (emptying caches, telling desktops) do not concern a private state.
    cat > "$apt_state/apt.conf" << CONF
#clear APT::Update;
#clear DPkg::Post-Invoke;
Dir::Etc::sourcelist "$apt_state/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Dir::State::lists "$apt_state/lists/";
Dir::Cache "$apt_state/cache/";
Dir::Cache::archives "archives/";
Dir::Cache::pkgcache "pkgcache.bin";
Dir::Cache::srcpkgcache "srcpkgcache.bin";
APT::Sandbox::User "root";
APT::Get::List-Cleanup "true";
Acquire::Check-Valid-Until "false";
Acquire::GzipIndexes "true";
Acquire::Languages "none";
Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
Acquire::Retries "2";
CONF
    for mirror in $(apt_mirrors); do
        for suite in "$@"; do
            printf 'deb %s%s %s main\ndeb-src %s%s %s main\n' "$key" "$mirror" "$suite" "$key" "$mirror" "$suite"
        done > "$apt_state/sources.list"
        apt_private update -qq -o APT::Update::Error-Mode=any > "$apt_state/log" 2>&1 && return
        apt_error+=$(grep -v '^W:' "$apt_state/log" | tail -n 3)$'\n'
    done
    [[ -n $apt_error ]] || apt_error="the machine's apt configuration names no Debian mirror: add one to /etc/apt/sources.list"
    return 1
}

# apt_version KIND NAME SHA256: the version whose file has this hash in the indices; the hash decides, not the version's
# name, so that a rebuilt Debian revision of the same upstream file is as good.
apt_version() {
    if [[ $1 == debian-source ]]; then
        apt-cache -c "$apt_state/apt.conf" showsrc --only-source "$2" 2>/dev/null |
            awk -v hash="$3" '/^Version:/ { version = $2 } $1 == hash { print version; exit }'
    else
        apt-cache -c "$apt_state/apt.conf" show "$2" 2>/dev/null |
            awk -v hash="$3" '/^Version:/ { version = $2 } /^SHA256:/ && $2 == hash { print version; exit }'
    fi
}

# apt_fetch KIND NAME SHA256: downloads the file into the current folder; returns apt's exit code, its words on both outputs.
apt_fetch() {
    local version
    version=$(apt_version "$1" "$2" "$3")
    if [[ -z $version ]]; then
        printf 'the mirror offers no version of %s with that SHA-256\n' "$2" >&2
        return 1
    fi
    case $1 in
        debian-source) apt_private -qq source --download-only --tar-only "$2=$version" ;;
        debian-package) apt_private -qq download "$2=$version" ;;
    esac
}
