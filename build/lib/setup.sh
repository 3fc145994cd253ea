# Brings a machine to where this repository can be built. Sourced, never run.

# prepare_machine: installs what is missing of Debian's packages and checks the .NET SDK.
prepare_machine() {
    require_packages g++:g++ # brings gcc, the C library's headers and binutils
    command -v dotnet > /dev/null ||
        fail TFN6008 "the .NET SDK is not installed; global.json in $root says which version is needed"
    local said
    said=$(cd "$root" && dotnet --version 2>&1) || fail TFN6008 "the .NET SDK is not the one that global.json in $root needs:"$'\n'"$said"
    say "Using .NET SDK $said and $(g++ --version | head -n 1)"
    # No processes that outlive the script, no words about the tool itself.
    export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
    # Projects read both from other folders than this one.
    if [[ -n ${TFNATIVE_SOURCES:-} ]]; then export TFNATIVE_SOURCES=$(realpath -m "$TFNATIVE_SOURCES"); fi
    # Where samples/FaceDetection keeps minutes of compiling, so that a new checkout need not do it again.
    export TFNATIVE_BUILD=$(realpath -m "${TFNATIVE_BUILD:-${XDG_CACHE_HOME:-$HOME/.cache}/tfnative/build}")
}

# prepare_clang: installs the clang and lld that builds with NativeToolchain=clang are tried with. Debian names its program clang-16
# (-p:CCompiler=clang-16); it uses the C++ library of the g++ that prepare_machine installs.
prepare_clang() { require_packages clang-16:clang-16 lld-16:ld.lld-16; }

# pack_sdk: makes the SDK's package and puts it into the feed that samples/NuGet.config names.
pack_sdk() {
    say "Packing TfNative.Sdk into artifacts/feed"
    dotnet pack "$root/sdk/TfNative.Sdk" -v quiet "-p:TfNativeFeed=$root/artifacts/feed"
}
