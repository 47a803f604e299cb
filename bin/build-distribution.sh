#!/bin/sh
# Usage: build-distribution.sh JDK_HOME
# Builds what ./costate starts: cli/target/dist, with its jars in lib/, a start-up cache and the
# stamp `built`. Says one line on stderr; Maven's output is shown only where the build fails.

jdk=$1
root=$(CDPATH='' cd "$(dirname "$0")/.." && pwd -P) || exit 1
dist=$root/cli/target/dist
log=$root/target/distribution.log
lock=$root/target/distribution.lock
mkdir -p "$root/target" || exit 1

# One build at a time; who waited starts from what the other built.
waited=no
until mkdir "$lock" 2>/dev/null; do
  if owner=$(cat "$lock/owner" 2>/dev/null) && ! kill -0 "$owner" 2>/dev/null; then
    rm -rf "$lock"
    continue
  fi
  waited=yes
  sleep 1
done
echo $$ >"$lock/owner"
trap 'rm -rf "$lock"' EXIT
trap 'exit 130' INT TERM HUP
[ $waited = no ] || [ ! -f "$dist/built" ] || exit 0

if [ -d "$dist" ]; then
  echo "costate: building (sources changed)…" >&2
else
  echo "costate: building (first use, about a minute)…" >&2
fi

# Taken before the build, so that a source saved meanwhile is built next time.
touch "$root/target/distribution.started"
rm -rf "$dist"

if ! (cd "$root" && JAVA_HOME=$jdk ./mvnw -B -ntp -Pdistribution -pl cli -am package \
  -Dmaven.test.skip=true -Djacoco.skip=true) >"$log" 2>&1 </dev/null; then
  grep -v "^\[INFO\]" "$log" >&2
  echo "costate: the build failed; what it complained of is above, its log in $log" >&2
  exit 1
fi

class_path=
for jar in "$dist"/lib/*.jar; do
  class_path=$class_path${class_path:+:}$jar
done

# Without this, start-up takes half as long again, and nothing else changes.
"$jdk/bin/java" -cp "$class_path" "$root/bin/StaticCallSites.java" "$dist"/lib/costate-*.jar \
  >>"$log" 2>&1 </dev/null
rm -f "$dist"/lib/*.new

# A run to learn from: the classes it loads start faster later (JEP 514).
"$jdk/bin/java" -XX:+UseSerialGC -XX:-DontCompileHugeMethods \
  -XX:AOTCacheOutput="$dist/startup.aot" -cp "$class_path" \
  dev.costate.cli.StartupTraining "$root/examples/tupperware.market" >>"$log" 2>&1 </dev/null ||
  rm -f "$dist/startup.aot"

mv "$root/target/distribution.started" "$dist/built"
