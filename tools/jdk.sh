# Sourced: find_jdk25 sets JDK, without starting a process unless it must; run_maven runs Maven on it.
#
# A JDK names its version in the file `release` at its top, so a candidate is judged by reading that
# file; no `java -version` is run. The order: JAVA_HOME, the java on the PATH, the usual folders.

is_jdk25() {
  local line
  [[ -x $1/bin/java && -x $1/bin/javac && -r $1/release ]] || return 1
  while IFS= read -r line; do
    [[ $line == 'JAVA_VERSION="25"'* || $line == 'JAVA_VERSION="25.'* ]] && return 0
  done <"$1/release"
  return 1
}

find_jdk25() {
  local dir java
  JDK=
  if [[ -n ${JAVA_HOME-} ]] && is_jdk25 "$JAVA_HOME"; then
    JDK=$JAVA_HOME
    return 0
  fi
  for dir in /usr/lib/jvm/* "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* /opt/*; do
    if is_jdk25 "$dir"; then
      JDK=$dir
      return 0
    fi
  done
  if java=$(type -P java) && java=$(readlink -f "$java") && is_jdk25 "${java%/bin/java}"; then
    JDK=${java%/bin/java}
    return 0
  fi
  return 1
}

# Runs Maven on JDK too: its tool chain plugin then finds that JDK wherever it is. Maven 3's own
# libraries would warn on every run.
run_maven() {
  JAVA_HOME=$JDK MAVEN_OPTS="${MAVEN_OPTS-} -Dstyle.color=never --sun-misc-unsafe-memory-access=allow" mvn "$@"
}
