package dev.taipan.stdlib.os;

/**
 * The options of {@code posix_spawn} as the program gave them; EMPTY for what it left out.
 *
 * @param actions what to do with descriptors
 * @param group the process group
 * @param resetIds whether the effective ids become the real ones
 * @param session whether a new session begins
 * @param mask the signals that are blocked
 * @param defaults the signals that get their default action
 * @param scheduler a policy (or None) and its parameters
 */
record SpawnOptions(
    long actions,
    long group,
    boolean resetIds,
    boolean session,
    long mask,
    long defaults,
    long scheduler) {}
