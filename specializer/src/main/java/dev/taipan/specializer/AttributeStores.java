package dev.taipan.specializer;

import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.interp.Members;
import dev.taipan.vm.layout.InstanceLayout;
import dev.taipan.vm.object.Descriptors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Instances;
import dev.taipan.vm.object.MemberDescriptor;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.value.Word;

/** Stores of attributes; see {@link AttributeSites} for why the answer is true. */
final class AttributeStores {
  private AttributeStores() {}

  static int store(ThreadState ts, long fp, long pc, long sp) {
    long owner = Operands.at(sp, 1);
    if (!Word.isCell(owner)) {
      return 0;
    }
    Shape shape = Operands.shape(ts, owner);
    PyType type = shape.type();
    long name = Operands.name(ts, fp, Instructions.arg(pc));
    Site site = new Site(ts, pc, name);
    if (!site.relyOn(type) || type.slot(ts, Slot.SETATTR) != ts.runtime().types().objectSetattr) {
      return 0;
    }
    long descriptor = type.lookup(ts, name);
    if (descriptor != 0L && !site.relyOnTypeOf(descriptor)) {
      return 0;
    }
    if (descriptor != 0L && Descriptors.isData(ts, descriptor)) {
      return Hosts.orNull(ts, descriptor) instanceof MemberDescriptor member
              && type.isSubtypeOf(member.owner())
          ? slot(site, shape, member.slot())
          : 0;
    }
    return switch (shape.storage()) {
      case NONE -> 0;
      case SLOTS -> {
        int slot = shape.find(name);
        yield slot >= 0 ? slot(site, shape, slot) : add(ts, site, shape, name);
      }
      case DICT ->
          InstanceLayout.hasFixedAttributes(shape.kind())
                  && site.publish(
                      Members.STORE_DICT,
                      shape.id(),
                      InstanceLayout.fixedAttributes(shape.kind()),
                      0,
                      0)
              ? Op.STORE_ATTR_WITH_DICT
              : 0;
    };
  }

  private static int slot(Site site, Shape shape, int slot) {
    int offset = Instances.inlineOffset(shape, slot);
    return offset == 0
        ? 0
        : also(site, Members.STORE_SLOT, shape, offset, 0, Op.STORE_ATTR_INSTANCE_VALUE);
  }

  private static int also(Site site, long member, Shape shape, long offset, int next, int op) {
    long published =
        site.publishAlso(member, Members.STORE_POLYMORPHIC, shape.id(), offset, 0, next);
    return published == 0 ? 0 : published == member ? op : Op.STORE_ATTR_POLYMORPHIC;
  }

  private static int add(ThreadState ts, Site site, Shape shape, long name) {
    if (shape.isFull()) {
      return 0;
    }
    Shape next = shape.with(name, ts.runtime().shapes());
    int offset = Instances.inlineOffset(next, next.slotCount() - 1);
    return offset == 0
        ? 0
        : also(site, Members.STORE_ADD, shape, offset, next.id(), Op.STORE_ATTR_ADD_VALUE);
  }
}
