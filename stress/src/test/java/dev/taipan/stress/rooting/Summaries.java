package dev.taipan.stress.rooting;

import java.util.HashMap;
import java.util.Map;

/** The summaries so far. */
final class Summaries {
  private final Map<MethodId, Summary> all = new HashMap<>();

  /** Null for a method that was not looked at yet. */
  Summary get(MethodId id) {
    return all.get(id);
  }

  /** Takes a newer summary; tells whether callers must be looked at again. */
  boolean update(MethodId id, Summary newer) {
    Summary known = all.putIfAbsent(id, newer);
    return known == null || known.join(newer);
  }
}
