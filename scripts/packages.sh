# Sourced by the scripts beside it: finds out what the system lacks, and installs it where it may.

say() { printf '%s\n' "$*" >&2; }

# True if the loader knows a library. `ldconfig` is often outside a user's PATH.
has_library() {
  local known
  known=$(PATH="$PATH:/usr/sbin:/sbin" ldconfig -p 2>/dev/null || true)
  grep -qF "$1 " <<<"$known"
}

# True if a Vulkan driver is there, and the loader that finds it.
has_vulkan() {
  has_library libvulkan.so.1 && {
    compgen -G "/usr/share/vulkan/icd.d/*.json" >/dev/null ||
      compgen -G "/etc/vulkan/icd.d/*.json" >/dev/null
  }
}

# Prints the Debian packages that a window needs and that are not there.
missing_for_window() {
  local entry
  for entry in \
    libX11.so.6=libx11-6 libX11-xcb.so.1=libx11-xcb1 libXcursor.so.1=libxcursor1 \
    libXi.so.6=libxi6 libxkbcommon-x11.so.0=libxkbcommon-x11-0; do
    [[ -n ${DISPLAY:-} ]] || break
    has_library "${entry%%=*}" || echo "${entry##*=}"
  done
  if [[ -n ${WAYLAND_DISPLAY:-} ]]; then
    has_library libwayland-client.so.0 || echo libwayland-client0
    has_library libxkbcommon.so.0 || echo libxkbcommon0
  fi
  # One way of drawing is enough: Vulkan, or OpenGL through EGL.
  if ! has_vulkan && ! has_library libEGL.so.1; then
    printf '%s\n' libegl1 libvulkan1 mesa-vulkan-drivers
  fi
}

# Installs packages with apt-get; says which are needed and returns 1 where it cannot.
install_packages() {
  local as_root=() log
  if ! command -v apt-get >/dev/null; then
    say "Not installed, and this system has no apt-get. Debian calls them: $*"
    return 1
  fi
  if ((EUID != 0)); then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
      as_root=(sudo -n)
    else
      say "Not installed, and this needs an administrator: sudo apt-get install $*"
      return 1
    fi
  fi
  say "Installing $*"
  log=$(mktemp)
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@")
  # The lists of packages may be empty or old: fetch them only if it does not work without.
  if "${as_root[@]}" "${install[@]}" >"$log" 2>&1 </dev/null ||
    { "${as_root[@]}" apt-get update >"$log" 2>&1 </dev/null &&
      "${as_root[@]}" "${install[@]}" >>"$log" 2>&1 </dev/null; }; then
    rm -f "$log"
    return 0
  fi
  say "apt-get could not install them; is there a network? The end of what it said:"
  tail -n 3 "$log" >&2
  rm -f "$log"
  return 1
}

# Makes sure that Rust and a linker are there; ends the script where they are not.
need_rust() {
  local tool
  for tool in rustc cargo; do
    if ! command -v "$tool" >/dev/null; then
      say "There is no $tool here. Install Rust from https://rustup.rs and try again."
      exit 1
    fi
  done
  local needed found
  needed=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' "$1/Cargo.toml")
  found=$(rustc --version | cut -d' ' -f2)
  if [[ $(printf '%s\n' "$needed" "$found" | sort -V | head -n 1) != "$needed" ]]; then
    say "Phasewise needs Rust $needed or newer; this is $found. With rustup: rustup update stable"
    exit 1
  fi
  command -v cc >/dev/null || install_packages gcc libc6-dev || exit 1
}

# A folder for sockets, which display libraries ask for; made where the system gives none.
need_runtime_dir() {
  if [[ -z ${XDG_RUNTIME_DIR:-} || ! -d ${XDG_RUNTIME_DIR:-} ]]; then
    XDG_RUNTIME_DIR=$(mktemp -d)
    export XDG_RUNTIME_DIR
    # shellcheck disable=SC2064 # the folder made here, not a later one
    trap "rm -rf '$XDG_RUNTIME_DIR'" EXIT
  fi
}
