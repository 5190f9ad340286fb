package dev.taipan.stdlib.digest;

import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.builtin.Signature;
import dev.taipan.vm.layout.Kind;
import dev.taipan.vm.thread.ThreadState;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A type of hash objects: the methods of a generated table under a name of its own. The modules of
 * the algorithms have a type each, all of which do the same.
 */
final class HashTable extends BuiltinTable {
  private static final List<String> SPONGE = List.of("_rate_bits", "_capacity_bits", "_suffix");

  static final HashTable HASH = new HashTable("_hashlib", "HASH", HashTypeTable.TABLE, "sponge");
  static final HashTable HASHXOF =
      new HashTable("_hashlib", "HASHXOF", ShakeTypeTable.TABLE, "sponge");
  static final HashTable HMAC = new HashTable("_hashlib", "HMAC", HashTypeTable.TABLE, "sponge");

  static final HashTable MD5 = plain("_md5", "md5");
  static final HashTable SHA1 = plain("_sha1", "sha1");
  static final HashTable SHA224 = plain("_sha2", "SHA224Type");
  static final HashTable SHA256 = plain("_sha2", "SHA256Type");
  static final HashTable SHA384 = plain("_sha2", "SHA384Type");
  static final HashTable SHA512 = plain("_sha2", "SHA512Type");
  static final HashTable SHA3_224 = sponge("sha3_224");
  static final HashTable SHA3_256 = sponge("sha3_256");
  static final HashTable SHA3_384 = sponge("sha3_384");
  static final HashTable SHA3_512 = sponge("sha3_512");
  static final HashTable SHAKE_128 =
      new HashTable("_sha3", "shake_128", ShakeTypeTable.TABLE, "repr");
  static final HashTable SHAKE_256 =
      new HashTable("_sha3", "shake_256", ShakeTypeTable.TABLE, "repr");

  private final BuiltinTable methods;

  /** The places of this table's members among the methods. */
  private final int[] members;

  private final String text;
  private final String kinds;

  /** Without the attributes of sponges, without a repr of its own, or without both. */
  private HashTable(String module, String name, BuiltinTable methods, String without) {
    super(name, module, Kind.HOST, "object", false, false, "");
    this.methods = methods;
    this.members =
        IntStream.range(0, methods.names().length)
            .filter(i -> !leftOut(methods.names()[i], without))
            .toArray();
    this.text =
        IntStream.of(members).mapToObj(i -> methods.names()[i]).collect(Collectors.joining(" "));
    this.kinds =
        IntStream.of(members)
            .mapToObj(i -> String.valueOf(methods.memberKind(i)))
            .collect(Collectors.joining());
  }

  private static boolean leftOut(String member, String without) {
    return without.contains("sponge") && SPONGE.contains(member)
        || without.contains("repr") && member.equals("__repr__");
  }

  private static HashTable plain(String module, String name) {
    return new HashTable(module, name, HashTypeTable.TABLE, "sponge repr");
  }

  private static HashTable sponge(String name) {
    return new HashTable("_sha3", name, HashTypeTable.TABLE, "repr");
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public String kinds() {
    return kinds;
  }

  @Override
  public String doc(int index) {
    return methods.doc(members[index]);
  }

  @Override
  protected Signature makeSignature(int index) {
    return methods.signature(members[index]);
  }

  @Override
  public long call(ThreadState ts, int index, long args, int nargs, long kwnames) {
    return methods.call(ts, members[index], args, nargs, kwnames);
  }
}
