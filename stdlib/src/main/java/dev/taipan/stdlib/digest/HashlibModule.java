package dev.taipan.stdlib.digest;

import dev.taipan.stdlib.LibraryErrors;
import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.functional.OperatorTools;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinFunction;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Functions;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.MappingProxy;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Sets;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.type.PyType;
import dev.taipan.vm.value.Word;

/**
 * {@code _hashlib}: what CPython takes from OpenSSL. The algorithms are those of the other modules
 * of this package; their functions have the names that the library looks for.
 */
@BuiltinModule("_hashlib")
public final class HashlibModule {
  private static final LibraryErrors UNSUPPORTED =
      new LibraryErrors("_hashlib", "UnsupportedDigestmodError", Exc.ValueError);

  private static final String PREFIX = "openssl_";

  private HashlibModule() {}

  /** The types, and the algorithms by their constructors. */
  public static void fill(ThreadState ts, long namespace) {
    UNSUPPORTED.define(ts, namespace);
    PyType hash = StandardLibrary.type(ts, HashTable.HASH);
    Dicts.set(ts, namespace, "HASH", hash.cell());
    Dicts.set(ts, namespace, "HASHXOF", StandardLibrary.type(ts, HashTable.HASHXOF, hash).cell());
    Dicts.set(ts, namespace, "HMAC", StandardLibrary.type(ts, HashTable.HMAC).cell());
    HashKind[] kinds = HashKind.values();
    long[] names = new long[kinds.length];
    long constructors = Dicts.create(ts);
    int mark = ts.rootMark();
    ts.root(constructors);
    for (int i = 0; i < kinds.length; i++) {
      names[i] = ts.runtime().intern(ts, kinds[i].title);
      long constructor =
          Dicts.getStr(ts, namespace, ts.runtime().intern(ts, PREFIX + kinds[i].title));
      if (constructor != Word.EMPTY) {
        Dicts.set(ts, constructors, constructor, names[i]);
      }
    }
    Dicts.set(ts, namespace, "openssl_md_meth_names", Sets.frozen(ts, names));
    Dicts.set(ts, namespace, "_constructors", MappingProxy.of(ts, constructors));
    ts.rootRelease(mark);
  }

  static HashKind named(ThreadState ts, String name) {
    HashKind kind = HashKind.named(name);
    if (kind == null) {
      throw UNSUPPORTED.raise(ts, "unsupported hash type %s", name);
    }
    return kind;
  }

  /** The algorithm that a name or one of this module's functions stands for. */
  @SuppressWarnings("ReferenceEquality") // a table is one object
  private static HashKind ofDigestmod(ThreadState ts, long digestmod) {
    if (Strs.isStr(ts, digestmod)) {
      return fixed(ts, named(ts, Strs.toJava(digestmod)));
    }
    if (ts.runtime().kindOf(digestmod) == Kind.BUILTIN) {
      BuiltinFunction function = Functions.builtinOf(ts, digestmod);
      if (function.table() == HashlibModuleTable.TABLE && function.name().startsWith(PREFIX)) {
        return fixed(ts, named(ts, function.name().substring(PREFIX.length())));
      }
    }
    throw UNSUPPORTED.raise(ts, "Unsupported digestmod %s", Representation.text(ts, digestmod));
  }

  static HashKind fixed(ThreadState ts, HashKind kind) {
    if (kind.size == 0) {
      throw Errors.valueError(ts, "%s has no fixed length", kind.title);
    }
    return kind;
  }

  @Builtin("new(name, string=, *, usedforsecurity=True)")
  static long create(ThreadState ts, String name, long string, boolean usedForSecurity) {
    return Hashes.open(ts, named(ts, name), string);
  }

  @Builtin("hmac_new(key, msg=None, digestmod=None)")
  static long hmacNew(ThreadState ts, long key, long msg, long digestmod) {
    if (digestmod == Word.NONE) {
      throw Errors.typeError(ts, "Missing required parameter 'digestmod'.");
    }
    HashKind kind = ofDigestmod(ts, digestmod);
    HmacState state = HmacState.start(kind, Hashes.buffer(ts, key));
    HashObject made = new HashObject("hmac-" + kind.title, kind.block, kind.size, state);
    if (msg != Word.NONE) {
      made.update(ts, HashObject.bytes(ts, msg));
    }
    return Hosts.create(ts, StandardLibrary.type(ts, HashTable.HMAC), made);
  }

  @Builtin("hmac_digest(key, msg, digest)")
  static long hmacDigest(ThreadState ts, long key, long msg, long digest) {
    HashKind kind = ofDigestmod(ts, digest);
    byte[] secret = Hashes.buffer(ts, key);
    byte[] text = Hashes.buffer(ts, msg);
    byte[] result =
        Hashes.detached(
            ts,
            text.length,
            () -> {
              HmacState state = HmacState.start(kind, secret);
              state.update(text);
              return state.digest(kind.size);
            });
    return ByteStrings.of(ts, result);
  }

  @Builtin("compare_digest(a, b, /)")
  static boolean compareDigest(ThreadState ts, long a, long b) {
    return OperatorTools.compareDigest(ts, a, b);
  }

  @Builtin("get_fips_mode()")
  static int fipsMode() {
    return 0;
  }

  @Builtin("openssl_md5(string=, *, usedforsecurity=True)")
  static long opensslMd5(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.open(ts, HashKind.MD5, string);
  }

  @Builtin("openssl_sha1(string=, *, usedforsecurity=True)")
  static long opensslSha1(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.open(ts, HashKind.SHA1, string);
  }

  @Builtin("openssl_sha224(string=, *, usedforsecurity=True)")
  static long opensslSha224(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.open(ts, HashKind.SHA224, string);
  }

  @Builtin("openssl_sha256(string=, *, usedforsecurity=True)")
  static long opensslSha256(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.open(ts, HashKind.SHA256, string);
  }

  @Builtin("openssl_sha384(string=, *, usedforsecurity=True)")
  static long opensslSha384(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.open(ts, HashKind.SHA384, string);
  }

  @Builtin("openssl_sha512(string=, *, usedforsecurity=True)")
  static long opensslSha512(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.open(ts, HashKind.SHA512, string);
  }

  @Builtin("openssl_sha3_224(string=, *, usedforsecurity=True)")
  static long opensslSha3224(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.open(ts, HashKind.SHA3_224, string);
  }

  @Builtin("openssl_sha3_256(string=, *, usedforsecurity=True)")
  static long opensslSha3256(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.open(ts, HashKind.SHA3_256, string);
  }

  @Builtin("openssl_sha3_384(string=, *, usedforsecurity=True)")
  static long opensslSha3384(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.open(ts, HashKind.SHA3_384, string);
  }

  @Builtin("openssl_sha3_512(string=, *, usedforsecurity=True)")
  static long opensslSha3512(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.open(ts, HashKind.SHA3_512, string);
  }

  @Builtin("openssl_shake_128(string=, *, usedforsecurity=True)")
  static long opensslShake128(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.open(ts, HashKind.SHAKE_128, string);
  }

  @Builtin("openssl_shake_256(string=, *, usedforsecurity=True)")
  static long opensslShake256(ThreadState ts, long string, boolean usedForSecurity) {
    return Hashes.open(ts, HashKind.SHAKE_256, string);
  }
}
