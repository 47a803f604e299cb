#!/bin/sh
# Prints the home of a JDK 25 or later; explains on stderr how to get one if there is none.
# Reads each JDK's `release` file: starting a JVM to ask would cost more than the search.

is_recent_jdk() {
  [ -f "$1/release" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  while IFS= read -r line; do
    case $line in
    JAVA_VERSION=*)
      feature=${line#*\"}
      feature=${feature%%[!0-9]*}
      [ "${feature:-0}" -ge 25 ]
      return
      ;;
    esac
  done <"$1/release"
  return 1
}

try() {
  if is_recent_jdk "$1"; then
    printf '%s\n' "$1"
    exit 0
  fi
}

[ -z "${JAVA_HOME-}" ] || try "$JAVA_HOME"

on_path=$(command -v java) && on_path=$(readlink -f "$on_path" 2>/dev/null) && try "${on_path%/bin/java}"

for home in /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* \
  "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* \
  /Library/Java/JavaVirtualMachines/*/Contents/Home \
  "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
  /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
  try "$home"
done

cat >&2 <<'MESSAGE'
costate: no JDK 25 or later found (looked at JAVA_HOME, PATH, /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks).
Get one in any of these ways, or point JAVA_HOME at one you have:
  Eclipse Temurin:  https://adoptium.net/temurin/releases/?version=25
  SDKMAN:           sdk install java 25-tem
  Debian, Ubuntu:   sudo apt-get install openjdk-25-jdk    (or temurin-25-jdk from Adoptium)
MESSAGE
exit 1
