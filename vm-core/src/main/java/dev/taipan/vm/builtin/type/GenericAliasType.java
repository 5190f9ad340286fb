package dev.taipan.vm.builtin.type;

import dev.taipan.vm.builtin.Binding;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.memory.Memory;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Classes;
import dev.taipan.vm.object.Comparison;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.GenericAlias;
import dev.taipan.vm.object.Hashing;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Iteration;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.object.TypeParameters;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code types.GenericAlias}. */
@BuiltinType(name = "GenericAlias", module = "types")
final class GenericAliasType {
  private GenericAliasType() {}

  @Builtin(value = "__new__(cls, origin, args, /)", binding = Binding.NEW)
  static long create(ThreadState ts, long cls, long origin, long args) {
    return GenericAlias.create(ts, Classes.of(ts, cls), origin, args, false);
  }

  @Builtin("__repr__(self, /)")
  static String repr(ThreadState ts, GenericAlias self) {
    return self.show(ts);
  }

  @Builtin(value = "__call__(self, /, *args, **kwargs)", raw = true)
  static long call(ThreadState ts, long args, int nargs, long kwnames) {
    if (nargs == 0) {
      throw Errors.typeError(
          ts, "descriptor '__call__' of 'types.GenericAlias' object needs an argument");
    }
    long self = Memory.getLong(args);
    if (!(Hosts.orNull(ts, self) instanceof GenericAlias alias)) {
      throw Errors.typeError(
          ts,
          "descriptor '__call__' requires a 'types.GenericAlias' object but received a '%s'",
          Classes.nameOf(ts, self));
    }
    long object = Calls.callFromFirst(ts, alias.origin(), args, nargs, kwnames);
    int mark = ts.rootMark();
    ts.root(object);
    try {
      Attributes.set(ts, object, ts.runtime().intern(ts, "__orig_class__"), self);
    } catch (Raised signal) {
      // Most built-in objects take no attributes; they do without.
      boolean expected =
          Errors.pendingIs(ts, dev.taipan.vm.object.Exc.AttributeError)
              || Errors.pendingIs(ts, dev.taipan.vm.object.Exc.TypeError);
      if (!expected) {
        throw signal;
      }
      ts.clearPending();
    } finally {
      ts.rootRelease(mark);
    }
    return object;
  }

  @Builtin("__getitem__(self, key, /)")
  static long getitem(ThreadState ts, long self, long key) {
    GenericAlias alias = Hosts.get(ts, self, GenericAlias.class);
    long args = TypeParameters.substitute(ts, self, alias.args(), alias.parameters(), key);
    return GenericAlias.create(
        ts, ts.runtime().typeOf(self), alias.origin(), args, alias.unpacked());
  }

  @Builtin("__iter__(self, /)")
  static long iter(ThreadState ts, GenericAlias self) {
    long unpacked =
        GenericAlias.create(
            ts, ts.runtime().types().genericAlias, self.origin(), self.args(), true);
    return Iteration.iter(ts, Tuples.of(ts, unpacked));
  }

  @Builtin("__getattribute__(self, name, /)")
  static long getattribute(ThreadState ts, long self, long name) {
    if (GenericAlias.isOwn(ts, name)) {
      return ObjectType.getattribute(ts, self, name);
    }
    return Attributes.get(
        ts, Hosts.get(ts, self, GenericAlias.class).origin(), ts.runtime().intern(ts, name));
  }

  @Builtin("__eq__(self, value, /)")
  static long eq(ThreadState ts, GenericAlias self, long value) {
    if (!(Hosts.orNull(ts, value) instanceof GenericAlias other)) {
      return Word.NOT_IMPLEMENTED;
    }
    return Word.boxBool(
        self.unpacked() == other.unpacked()
            && Comparison.equal(ts, self.origin(), other.origin())
            && Comparison.equal(ts, self.args(), other.args()));
  }

  @Builtin("__hash__(self, /)")
  static long hash(ThreadState ts, GenericAlias self) {
    return Ints.of(ts, Hashing.hash(ts, self.origin()) ^ Hashing.hash(ts, self.args()));
  }

  @Builtin("__or__(self, value, /)")
  static long or(ThreadState ts, long self, long value) {
    return Unions.of(ts, self, value);
  }

  @Builtin("__ror__(self, value, /)")
  static long ror(ThreadState ts, long self, long value) {
    return Unions.of(ts, value, self);
  }

  @Builtin("__mro_entries__(self, bases, /)")
  static long mroEntries(ThreadState ts, GenericAlias self, long bases) {
    return Tuples.of(ts, self.origin());
  }

  @Builtin("__instancecheck__(self, instance, /)")
  static long instancecheck(ThreadState ts, GenericAlias self, long instance) {
    throw Errors.typeError(ts, "isinstance() argument 2 cannot be a parameterized generic");
  }

  @Builtin("__subclasscheck__(self, cls, /)")
  static long subclasscheck(ThreadState ts, GenericAlias self, long cls) {
    throw Errors.typeError(ts, "issubclass() argument 2 cannot be a parameterized generic");
  }

  @Builtin("__reduce__(self, /)")
  static long reduce(ThreadState ts, GenericAlias self) {
    long cls = ts.runtime().types().genericAlias.cell();
    return Tuples.of(ts, cls, Tuples.of(ts, self.origin(), self.args()));
  }

  @Getter("__origin__")
  static long origin(GenericAlias self) {
    return self.origin();
  }

  @Getter("__args__")
  static long args(GenericAlias self) {
    return self.args();
  }

  @Getter("__parameters__")
  static long parameters(GenericAlias self) {
    return self.parameters();
  }

  @Getter("__unpacked__")
  static boolean unpacked(GenericAlias self) {
    return self.unpacked();
  }

  @Getter("__typing_unpacked_tuple_args__")
  static long unpackedArgs(ThreadState ts, GenericAlias self) {
    boolean tuple = self.unpacked() && self.origin() == ts.runtime().types().tuple.cell();
    return tuple ? self.args() : Word.NONE;
  }
}
