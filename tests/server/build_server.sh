#!/bin/sh
# Build llama.cpp's server once and write a tiny model of random weights; both stay in a cache folder.
# Prints the folder, which then holds `llama-server` and `tiny.gguf`.
#
# TIMELINE_SERVER_CACHE names another folder, JOBS how many compilers run at once. It needs cmake and a C++ compiler,
# and about 1 GB while it builds. The sources come with the source distribution of llama-cpp-python.
set -eu

VERSION=0.3.36
CACHE=${TIMELINE_SERVER_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/timeline-server}/$VERSION
JOBS=${JOBS:-2}
HERE=$(cd "$(dirname "$0")" && pwd)
PYTHON=$CACHE/venv/bin/python

say() { echo "build_server: $*" >&2; }

need() {
    command -v "$1" >/dev/null || { say "there is no $1; install it and try again"; exit 2; }
}

make_venv() {
    [ -x "$PYTHON" ] && return
    "${BOOT_PYTHON:-python3}" -m venv "$CACHE/venv" >&2
    "$PYTHON" -m pip install --quiet --disable-pip-version-check gguf==0.19.0 >&2
}

fetch_sources() {
    [ -f "$CACHE/source/vendor/llama.cpp/CMakeLists.txt" ] && return
    say "fetching the sources"
    "$PYTHON" -m pip download --quiet --disable-pip-version-check --no-deps --no-binary llama-cpp-python \
        --dest "$CACHE/sdist" "llama-cpp-python==$VERSION" >&2
    mkdir -p "$CACHE/source.part"
    tar -xzf "$CACHE/sdist/llama_cpp_python-$VERSION.tar.gz" -C "$CACHE/source.part" --strip-components 1
    mv "$CACHE/source.part" "$CACHE/source"
}

# Static, without TLS, web page or tools; little is optimised, since a compiler costs more here than the tiny model.
build() {
    need cmake
    fetch_sources
    say "building in $CACHE/build; this takes some minutes"
    nice cmake -S "$CACHE/source/vendor/llama.cpp" -B "$CACHE/build" -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_CXX_FLAGS_RELEASE="-O1 -DNDEBUG" -DCMAKE_C_FLAGS_RELEASE="-O1 -DNDEBUG" \
        -DBUILD_SHARED_LIBS=OFF -DGGML_CCACHE=OFF -DGGML_OPENMP=OFF -DLLAMA_OPENSSL=OFF -DLLAMA_CURL=OFF \
        -DLLAMA_BUILD_UI=OFF -DLLAMA_USE_PREBUILT_UI=OFF -DLLAMA_BUILD_TESTS=OFF -DLLAMA_BUILD_EXAMPLES=OFF \
        -DLLAMA_BUILD_APP=OFF >"$CACHE/configure.log"
    nice cmake --build "$CACHE/build" --target llama-server --parallel "$JOBS" >"$CACHE/build.log" 2>&1 \
        || { tail -n 20 "$CACHE/build.log" >&2; exit 1; }
    cp "$CACHE/build/bin/llama-server" "$CACHE/llama-server.part"
    mv "$CACHE/llama-server.part" "$CACHE/llama-server"
    rm -rf "$CACHE/build" "$CACHE/source" "$CACHE/sdist"
}

mkdir -p "$CACHE"
make_venv
[ -x "$CACHE/llama-server" ] || build
[ "$CACHE/tiny.gguf" -nt "$HERE/tiny_model.py" ] || "$PYTHON" "$HERE/tiny_model.py" "$CACHE/tiny.gguf"
echo "$CACHE"
