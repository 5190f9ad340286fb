package dev.taipan.specializer;

import dev.taipan.vm.code.Instructions;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.container.Dicts;
import dev.taipan.vm.interp.CallShapes;
import dev.taipan.vm.interp.FunctionVersions;
import dev.taipan.vm.interp.Members;
import dev.taipan.vm.layout.DictLayout;
import dev.taipan.vm.layout.FunctionLayout;
import dev.taipan.vm.layout.InstanceLayout;
import dev.taipan.vm.layout.KeysLayout;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.ClassMethod;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Descriptors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Instances;
import dev.taipan.vm.object.MemberDescriptor;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.PyProperty;
import dev.taipan.vm.object.StaticMethod;
import dev.taipan.vm.object.SuperLookup;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.type.Shape;
import dev.taipan.vm.type.Shape.Storage;
import dev.taipan.vm.type.Slot;
import dev.taipan.vm.type.Types;
import dev.taipan.vm.value.Word;

/**
 * Loads of attributes. The classes that the answer follows from are given a version first; from
 * then on they change only in a stop of the world, that is, not before this thread's next poll, so
 * what is looked up here is true when the record is published.
 */
final class AttributeSites {
  private static final int IN_MODULE = 1;
  private static final int MAX_OFFSET = 0xFFFFFF;

  private final ThreadState ts;
  private final long pc;
  private final long owner;
  private final long name;
  private final boolean forCall;
  private final Site site;

  private AttributeSites(ThreadState ts, long fp, long pc, long owner) {
    this.ts = ts;
    this.pc = pc;
    this.owner = owner;
    int arg = Instructions.arg(pc);
    this.name = Operands.name(ts, fp, arg >> 1);
    this.forCall = (arg & 1) != 0;
    this.site = new Site(ts, pc, name);
  }

  static int load(ThreadState ts, long fp, long pc, long sp) {
    long owner = Operands.at(sp, 1);
    return Word.isCell(owner) ? new AttributeSites(ts, fp, pc, owner).member() : 0;
  }

  private int member() {
    Types types = ts.runtime().types();
    Shape shape = Operands.shape(ts, owner);
    PyType type = shape.type();
    if (!site.relyOn(type)) {
      return 0;
    }
    long hook = type.slot(ts, Slot.GETATTRIBUTE);
    if (hook == types.objectGetattribute) {
      return ofInstance(shape, type);
    }
    if (hook == types.typeGetattribute) {
      return ofClass(type, Classes.of(ts, owner));
    }
    if (hook == types.moduleGetattribute) {
      return ofModule(type);
    }
    boolean plain = type.slot(ts, Slot.GETATTR) == 0L && !forCall;
    return plain && takes(ts, hook, 2)
        ? site.publish(Members.LOAD_GETATTRIBUTE, shape.id(), 0, hook, FunctionLayout.version(hook))
            ? Op.LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN
            : 0
        : 0;
  }

  /** Whether the word is a Python function of just so many arguments, with a version. */
  private static boolean takes(ThreadState ts, long function, int count) {
    return Operands.kind(function) == Kind.FUNCTION
        && FunctionVersions.isValid(FunctionVersions.of(ts, function))
        && CallShapes.isExact(FunctionLayout.code(function), count);
  }

  private int ofInstance(Shape shape, PyType type) {
    long descriptor = type.lookup(ts, name);
    if (descriptor != 0L && !site.relyOnTypeOf(descriptor)) {
      return 0;
    }
    if (descriptor != 0L && Descriptors.isData(ts, descriptor)) {
      return data(shape, type, descriptor);
    }
    if (shape.storage() == Storage.DICT) {
      return besideDict(shape, descriptor);
    }
    if (shape.storage() == Storage.SLOTS) {
      int slot = shape.find(name);
      if (slot >= 0) {
        return slot(shape, slot);
      }
    } else if (shape.kind() == Kind.FUNCTION) {
      return 0;
    }
    return descriptor == 0L ? 0 : ofItsClass(shape, type, descriptor);
  }

  private int slot(Shape shape, int slot) {
    int offset = Instances.inlineOffset(shape, slot);
    return offset == 0 ? 0 : also(Members.LOAD_SLOT, shape, offset, 0, Op.LOAD_ATTR_INSTANCE_VALUE);
  }

  private int also(long member, Shape shape, long offset, long value, int op) {
    long published =
        site.publishAlso(member, Members.LOAD_POLYMORPHIC, shape.id(), offset, value, 0);
    return published == 0 ? 0 : published == member ? op : Op.LOAD_ATTR_POLYMORPHIC;
  }

  private int data(Shape shape, PyType type, long descriptor) {
    Object host = Hosts.orNull(ts, descriptor);
    if (host instanceof MemberDescriptor member && type.isSubtypeOf(member.owner())) {
      return slot(shape, member.slot());
    }
    boolean isProperty =
        host instanceof PyProperty
            && ts.runtime().typeOf(descriptor) == ts.runtime().types().property;
    if (!isProperty || forCall || type.slot(ts, Slot.GETATTR) != 0L) {
      return 0;
    }
    long getter = ((PyProperty) host).getter();
    return takes(ts, getter, 1)
            && site.publish(
                Members.LOAD_PROPERTY, shape.id(), 0, getter, FunctionLayout.version(getter))
        ? Op.LOAD_ATTR_PROPERTY
        : 0;
  }

  private int besideDict(Shape shape, long descriptor) {
    if (!InstanceLayout.hasFixedAttributes(shape.kind())) {
      return 0;
    }
    int offset = InstanceLayout.fixedAttributes(shape.kind());
    if (Instances.get(ts, owner, name) != 0L) {
      return site.publish(Members.LOAD_DICT, shape.id(), offset, 0, 0) ? Op.LOAD_ATTR_WITH_DICT : 0;
    }
    boolean method = descriptor != 0L && forCall && Attributes.isMethod(ts, descriptor);
    return method && site.publish(Members.LOAD_METHOD_DICT, shape.id(), offset, descriptor, 0)
        ? Op.LOAD_ATTR_METHOD_LAZY_DICT
        : 0;
  }

  /** The instance has no attribute of that name: what its class has. */
  private int ofItsClass(Shape shape, PyType type, long descriptor) {
    if (Attributes.isMethod(ts, descriptor)) {
      if (forCall) {
        return also(Members.LOAD_METHOD, shape, 0, descriptor, Op.LOAD_ATTR_METHOD);
      }
      return site.publish(Members.LOAD_BOUND, shape.id(), 0, descriptor, 0)
          ? Op.LOAD_ATTR_BOUND_METHOD
          : 0;
    }
    long value = ownValue(descriptor);
    if (value == 0L) {
      return 0;
    }
    site.live(value == descriptor ? type : null);
    return also(Members.LOAD_NONDESCRIPTOR, shape, 0, value, Op.LOAD_ATTR_NONDESCRIPTOR);
  }

  /** What reading a descriptor without {@code __set__} always gives; EMPTY if that varies. */
  private long ownValue(long descriptor) {
    Object host = Hosts.orNull(ts, descriptor);
    if (host instanceof StaticMethod method
        && !ts.runtime().typeOf(descriptor).has(PyType.Flag.HEAP)) {
      return method.function();
    }
    Kind kind = ts.runtime().kindOf(descriptor);
    boolean plain =
        kind != Kind.HOST && kind != Kind.INSTANCE
            || ts.runtime().typeOf(descriptor).slot(ts, Slot.GET) == 0L;
    return plain ? descriptor : 0L;
  }

  private int ofClass(PyType metaclass, PyType self) {
    long meta = metaclass.lookup(ts, name);
    if (meta != 0L && (!site.relyOnTypeOf(meta) || Descriptors.isData(ts, meta))
        || !site.relyOn(self)) {
      return 0;
    }
    long value = self.lookup(ts, name);
    if (value == 0L || !site.relyOnTypeOf(value)) {
      return 0;
    }
    if (forCall
        && Hosts.orNull(ts, value) instanceof ClassMethod method
        && !ts.runtime().typeOf(value).has(PyType.Flag.HEAP)
        && Attributes.isMethod(ts, method.function())) {
      return site.publish(Members.LOAD_CLASS_METHOD, owner, 0, method.function(), owner)
          ? Op.LOAD_ATTR_CLASS_METHOD
          : 0;
    }
    long own = ownValue(value);
    site.live(own == value ? self : null);
    return own != 0L && site.publish(Members.LOAD_CLASS, owner, 0, own, 0) ? Op.LOAD_ATTR_CLASS : 0;
  }

  /** super(class, object).name where a function follows the class in the object's order. */
  static int loadSuper(ThreadState ts, long fp, long pc, long sp) {
    long object = Operands.at(sp, 1);
    PyType cls = Classes.orNull(ts, Operands.at(sp, 2));
    PyType callable = Classes.orNull(ts, Operands.at(sp, 3));
    int arg = Instructions.arg(pc);
    long name = Operands.name(ts, fp, arg >> 2);
    boolean real = callable != null && callable.table() != null && callable.name().equals("super");
    if (!real || cls == null || !Word.isCell(object) || Classes.isClass(ts, object)) {
      return 0;
    }
    Shape shape = Operands.shape(ts, object);
    Site site = new Site(ts, pc, name);
    if (!shape.type().isSubtypeOf(cls) || !site.relyOn(shape.type())) {
      return 0;
    }
    long function = SuperLookup.raw(ts, cls, shape.type(), name);
    boolean published =
        function != 0L
            && Attributes.isMethod(ts, function)
            && site.publish(Members.LOAD_SUPER, shape.id(), cls.cell(), function, callable.cell());
    return published ? (arg & 1) != 0 ? Op.LOAD_SUPER_ATTR_METHOD : Op.LOAD_SUPER_ATTR_ATTR : 0;
  }

  private int ofModule(PyType type) {
    long descriptor = type.lookup(ts, name);
    long dict = Modules.dict(ts, owner);
    if (descriptor != 0L && Descriptors.isData(ts, descriptor) || !Dicts.isExact(dict)) {
      return 0;
    }
    int version = Dicts.keysVersion(ts, dict);
    long keys = DictLayout.keys(dict);
    int index = version == 0 ? -1 : Dicts.indexOfStr(ts, keys, name);
    if (index < 0) {
      return 0;
    }
    long offset = KeysLayout.entry(keys, index) + KeysLayout.ENTRY_VALUE - keys;
    if (offset > MAX_OFFSET || KeysLayout.version(keys) != version) {
      return 0;
    }
    Instructions.setCache(pc, 1, Instructions.fact(IN_MODULE, (int) offset, version));
    return site.publish(Members.LOAD_MODULE, owner, 0, dict, 0) ? Op.LOAD_ATTR_MODULE : 0;
  }
}
