# Machines that are only network namespaces: enough for programs that talk over the network. Sourced, never run.

# make_namespaces NAME...: a namespace each, named demo_ID-NAME and joined by a bridge that stands in the first, at 10.83.0.1,
# 10.83.0.2, ...; the machine's own network is not touched. Needs root.
make_namespaces() {
    local name first="$demo_id-$1" number=0
    for name in "$@"; do
        number=$((number + 1))
        ip netns add "$demo_id-$name" || fail TFN6010 "no network namespace can be made; this demonstration needs root and a kernel with namespaces"
        namespaces+=("$demo_id-$name")
        ip -n "$demo_id-$name" link set lo up
        if ((number == 1)); then
            ip -n "$first" link add switch type bridge
            ip -n "$first" address add 10.83.0.1/24 dev switch
            ip -n "$first" link set switch up
        else
            ip -n "$first" link add "port$number" type veth peer name eth0 netns "$demo_id-$name"
            ip -n "$first" link set "port$number" master switch up
            ip -n "$demo_id-$name" address add "10.83.0.$number/24" dev eth0
            ip -n "$demo_id-$name" link set eth0 up
        fi
    done
}

# inside NAME COMMAND...: runs it in the namespace.
inside() {
    local name=$1
    shift
    ip netns exec "$demo_id-$name" "$@"
}

# remove_namespaces: with all that still runs in them.
remove_namespaces() {
    local name processes
    for name in "${namespaces[@]}"; do
        processes=$(ip netns pids "$name" 2> /dev/null) && [[ -n $processes ]] && kill -KILL $processes 2> /dev/null
        ip netns delete "$name" 2> /dev/null
    done
    namespaces=()
}
namespaces=()
