package dev.taipan.specializer;

import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.spi.Specializer;
import dev.taipan.vm.thread.ThreadState;

/**
 * Chooses members by looking at the operands of one execution.
 *
 * <p>Caches are written before the opcode. Two threads that specialize one site at once each leave
 * a complete state: a cache word names its member, and a member whose word names another one
 * misses.
 */
public final class TierOneSpecializer implements Specializer {
  @Override
  public boolean specialize(ThreadState ts, long fp, long pc, long sp) {
    int op = Instructions.op(pc);
    int member = choose(ts, fp, pc, sp, Op.head(op));
    if (member == 0) {
      if (op != Op.head(op)) {
        Instructions.replace(pc, op, Op.head(op));
      }
      return false;
    }
    return member == op || Instructions.replace(pc, op, member);
  }

  /** The member that fits, with its cache written; 0 if none does. */
  private static int choose(ThreadState ts, long fp, long pc, long sp, int head) {
    return switch (head) {
      case Op.BINARY_OP -> BinarySites.member(ts, sp, Instructions.arg(pc));
      case Op.COMPARE_OP -> BinarySites.comparison(sp);
      case Op.TO_BOOL -> BinarySites.truth(ts, pc, sp);
      case Op.CONTAINS_OP -> ContainerSites.contains(sp);
      case Op.STORE_SUBSCR -> ContainerSites.store(sp);
      case Op.UNPACK_SEQUENCE -> ContainerSites.unpack(sp, Instructions.arg(pc));
      case Op.FOR_ITER -> ContainerSites.iterate(ts, pc, sp);
      case Op.LOAD_GLOBAL -> GlobalSites.load(ts, fp, pc);
      case Op.SEND -> ContainerSites.send(sp);
      case Op.LOAD_SUPER_ATTR -> AttributeSites.loadSuper(ts, fp, pc, sp);
      case Op.LOAD_ATTR -> AttributeSites.load(ts, fp, pc, sp);
      case Op.STORE_ATTR -> AttributeStores.store(ts, fp, pc, sp);
      case Op.CALL -> CallSites.call(ts, pc, sp);
      case Op.CALL_KW -> CallSites.keyword(ts, pc, sp);
      default -> 0;
    };
  }
}
