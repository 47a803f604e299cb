#!/bin/sh
# Usage: bin/bench-startup.sh [runs]
# How long `./costate solve examples/tupperware.market` takes, beside the start of a bare JVM on the same machine at
# the same time: medians of wall time, of processor time, and their ratio.

root=$(CDPATH='' cd "$(dirname "$0")/.." && pwd -P) || exit 1
jdk=$("$root/bin/find-jdk.sh") || exit 1
runs=${1:-10}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

cat >"$work/Hello.java" <<'JAVA'
final class Hello {
  public static void main(String[] words) {
    System.out.println("hello");
  }
}
JAVA
"$jdk/bin/javac" -d "$work" "$work/Hello.java" || exit 1

costate() { "$root/costate" solve "$root/examples/tupperware.market"; }
hello() { "$jdk/bin/java" -XX:+UseSerialGC -cp "$work" Hello; }

# Builds if needed, and warms the file cache.
costate >/dev/null && hello >/dev/null || exit 1

# Processor time of all finished children so far, in milliseconds, into $used.
read_used() {
  times >"$work/times"
  used=$(awk -F'[ ms]+' 'END { printf "%d", 60000 * ($1 + $3) + 1000 * ($2 + $4) }' "$work/times")
}

# One line per run: milliseconds of wall time and of processor time.
measure() {
  read_used
  before=$used
  start=$(date +%s%N)
  "$1" >/dev/null
  end=$(date +%s%N)
  read_used
  echo "$(((end - start) / 1000000)) $((used - before))"
}

# Turn by turn, so that whatever else runs disturbs both alike.
i=0
while [ "$i" -lt "$runs" ]; do
  measure costate >>"$work/costate"
  measure hello >>"$work/hello"
  i=$((i + 1))
done

median() { awk -v c="$2" '{ print $c }' "$work/$1" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
line() {
  c=$(median costate "$2")
  h=$(median hello "$2")
  awk -v n="$1" -v c="$c" -v h="$h" 'BEGIN { printf "%-16s %8d ms %8d ms %8.1f\n", n, c, h, c / h }'
}
printf '%-16s %11s %11s %8s\n' "median of $runs" "solve" "bare JVM" "ratio"
line "wall time" 1
line "processor time" 2
