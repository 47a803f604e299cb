#!/bin/sh
# Usage: bin/run-verification.sh CLASS [ARGUMENT...]
# Builds everything without its tests and runs a main class of the module verification, named below dev.costate.verification.

root=$(CDPATH='' cd "$(dirname "$0")/.." && pwd -P) || exit 1
jdk=$("$root/bin/find-jdk.sh") || exit 1
cd "$root" || exit 1

./mvnw -q -B -ntp -pl verification -am -Dmaven.test.skip=true package dependency:build-classpath \
  -Dmdep.outputFile=target/benchmark.classpath -Dmdep.includeScope=runtime || exit 1

main=$1
shift
exec "$jdk/bin/java" -Xss16m --sun-misc-unsafe-memory-access=allow -cp "verification/target/classes:$(cat verification/target/benchmark.classpath)" \
  "dev.costate.verification.$main" "$@"
