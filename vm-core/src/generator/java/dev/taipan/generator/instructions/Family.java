package dev.taipan.generator.instructions;

import java.util.List;

/**
 * A head and its members.
 *
 * @param records the head's inputs whose raw words a recorder keeps while tracing
 */
record Family(String head, List<String> records, List<String> members) {}
