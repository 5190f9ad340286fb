#!/usr/bin/env bash
# jdk-root.sh: prints the folder of an arm64 system with a Java 25, for `qemu-aarch64-static -L`, fetching it once.
#
# The packages come from Debian unstable through apt with a configuration of its own: its sources, lists, cache and
# (empty) package state lie in the cache folder, so the system's apt is neither changed nor asked for more than its
# mirror and its keys. Nothing is installed: apt-get resolves and downloads, dpkg-deb unpacks.
#
# TAIPAN_ARM64_ROOT names a ready root instead. Exit code 3: this machine can't, for the reason on standard error.
set -euo pipefail

can_not() {
  echo "arm64: $*" >&2
  exit 3
}

has_java() { [[ -x $1/usr/lib/jvm/java-25-openjdk-arm64/bin/java ]]; }

if [[ -n ${TAIPAN_ARM64_ROOT-} ]]; then
  has_java "$TAIPAN_ARM64_ROOT" || can_not "no Java under TAIPAN_ARM64_ROOT"
  echo "$TAIPAN_ARM64_ROOT"
  exit
fi
cache=${XDG_CACHE_HOME:-$HOME/.cache}/taipan/arm64-jdk25
root=$cache/root
if [[ -e $cache/complete ]]; then
  echo "$root"
  exit
fi
for tool in apt-get apt-cache dpkg-deb flock; do
  command -v "$tool" >/dev/null || can_not "$tool is missing"
done
mkdir -p "$cache"
exec 9>"$cache/lock"
flock 9
if [[ -e $cache/complete ]]; then
  echo "$root"
  exit
fi

# The mirror that this system uses for Debian itself; the other archives hold no unstable suite.
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Identifier: Packages' 'Origin: Debian' 2>/dev/null |
  grep -E '/debian/?$' | sort -u | head -n 1) || true
[[ -n $mirror ]] || can_not "this system's apt names no Debian mirror"

apt=$cache/apt
rm -rf "$apt" "$root"
mkdir -p "$apt"/{etc,state/lists/partial,cache/archives/partial,debs}
: >"$apt/state/status"
echo "deb [arch=arm64] $mirror sid main" >"$apt/etc/sources.list"
cat >"$apt/apt.conf" <<END
Dir::Etc::SourceList "$apt/etc/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::Etc::Preferences "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
Dir::State "$apt/state";
Dir::State::Status "$apt/state/status";
Dir::Cache "$apt/cache";
APT::Architecture "arm64";
APT::Architectures { "arm64"; };
APT::Install-Recommends "false";
APT::Sandbox::User "";
Acquire::Languages "none";
Acquire::Retries "2";
END
export APT_CONFIG=$apt/apt.conf
log=$cache/log
apt-get -q update >"$log" 2>&1 || can_not "apt-get update failed, see $log"

# What the JVM itself loads; packages that only install or configure things are left out.
packages=(openjdk-25-jre-headless libc6 libgcc-s1 libstdc++6 zlib1g)
(cd "$apt/debs" && apt-get -q download "${packages[@]}") >>"$log" 2>&1 ||
  can_not "apt-get download failed, see $log"

# Debian's folders lib and bin are links into usr; the packages rely on that.
mkdir -p "$root/usr/lib" "$root/usr/bin"
ln -s usr/lib "$root/lib"
ln -s usr/bin "$root/bin"
for deb in "$apt"/debs/*.deb; do
  dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$root" --keep-directory-symlink --no-same-owner
done
# Absolute links would lead into this system: the emulator's root is for the emulated program's own paths only.
find "$root" -type l -lname '/*' -print | while IFS= read -r link; do
  ln -sfn "$root$(readlink "$link")" "$link"
done
has_java "$root" || can_not "the packages hold no java"
rm -rf "$apt"
touch "$cache/complete"
echo "$root"
