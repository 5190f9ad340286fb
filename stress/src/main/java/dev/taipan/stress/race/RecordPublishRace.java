package dev.taipan.stress.race;

import dev.taipan.vm.layout.RecordLayout;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Records;
import dev.taipan.vm.type.Types;
import dev.taipan.vm.value.Word;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Two threads publish one record, one of them after a change of the class that ended it, the other
 * then executes a load that refers to it, whoever filled it: whoever has compared the key uses
 * words that were written together. All states share the record.
 *
 * <p>Planted: the key is set first, and nobody holds the lock.
 */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "a miss")
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "one fact")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guarantee is broken")
@State
public class RecordPublishRace {
  private static final int MEMBER = 99;
  private static final long SUBJECT = Stage.PLAIN.shape().id();
  private static final AtomicInteger FACTS = new AtomicInteger(1);

  /** Given up when it has had as many versions as a class gets. */
  private static volatile PyType type = Stage.PLAIN;

  /** The site's cache word: the record, 0 while there is none. */
  private static volatile long word;

  private static final long WEAK = Memory.allocate(RecordLayout.SIZE);

  private final long name;

  public RecordPublishRace() {
    ThreadState ts = Stage.enter();
    try {
      name = Attributes.of(ts).first();
    } finally {
      Stage.leave(ts);
    }
  }

  private void publish(ThreadState ts) {
    long fact = Word.boxInt(FACTS.getAndIncrement() & 0xFFFFFF);
    if (Stage.PLANTED) {
      Memory.putLongRelease(WEAK + RecordLayout.KEY, SUBJECT);
      Memory.putLongRelease(WEAK + RecordLayout.VALUE, fact);
      Memory.putLongRelease(WEAK + RecordLayout.EXTRA, fact);
      word = WEAK;
      return;
    }
    PyType relied = type;
    if (relied.assignVersion() == 0) {
      type = Stage.newClass(ts);
      return;
    }
    Records records = Stage.RUNTIME.records();
    word =
        records.publish(
            ts, new Records.Fact(MEMBER, SUBJECT, name, 16, fact, fact, 0), List.of(relied), null);
  }

  @Actor
  public void change(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      Types types = Stage.RUNTIME.types();
      boolean odd = (FACTS.get() & 1) != 0;
      if (!Stage.PLANTED) {
        type.set(ts, name, odd ? types.objectNew : types.objectInit);
      }
      publish(ts);
    } finally {
      Stage.leave(ts);
    }
  }

  @Actor
  public void execute(I_Result r) {
    ThreadState ts = Stage.enter();
    try {
      publish(ts);
      long record = word;
      if (record == 0 || RecordLayout.key(record) != SUBJECT) {
        return;
      }
      long value = RecordLayout.value(record);
      r.r1 = value == RecordLayout.extra(record) ? 1 : 2;
    } finally {
      Stage.leave(ts);
    }
  }
}
