package dev.taipan.stdlib.regex;

import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.thread.ThreadState;

/**
 * One match after the other over a subject: what findall, split, sub and scanners share. A match
 * that is empty moves on by not being allowed a second time at its place.
 *
 * <p>Whoever keeps a scan keeps {@link #pattern}, and the subject's word and cell, rooted.
 */
final class Scan {
  final long pattern;
  final Matcher matcher;
  final int pos;
  private int next;
  private boolean advance;

  Scan(ThreadState ts, long pattern, long string, long pos, long endpos) {
    PatternObject compiled = Hosts.get(ts, pattern, PatternObject.class);
    Subject subject = compiled.subject(ts, string);
    ts.root(subject.cell());
    this.pattern = pattern;
    this.pos = PatternObject.bound(ts, pos, subject);
    this.matcher = new Matcher(compiled.program, subject, PatternObject.bound(ts, endpos, subject));
    this.next = this.pos;
  }

  /** The next match from here on; false at the end. */
  boolean search() {
    return moved(matcher.search(next, advance));
  }

  /** A match that begins right here. */
  boolean match() {
    return moved(matcher.matchAdvancing(next, advance));
  }

  private boolean moved(boolean found) {
    if (found) {
      next = matcher.matchEnd();
      advance = next == matcher.start();
    }
    return found;
  }

  /** A match object for the match just found. */
  long matchObject(ThreadState ts) {
    return MatchObject.create(ts, pattern, matcher, pos);
  }

  /** What a group matched, or the fallback. */
  long group(ThreadState ts, int group, long fallback) {
    int from = matcher.groupStart(group);
    return from < 0 ? fallback : matcher.subject().slice(ts, from, matcher.groupEnd(group));
  }
}
