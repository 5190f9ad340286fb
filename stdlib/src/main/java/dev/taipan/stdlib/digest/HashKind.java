package dev.taipan.stdlib.digest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The algorithms: the one table of their names and sizes. */
enum HashKind {
  MD5("md5", "MD5", 64, 16, "ssl3-md5"),
  SHA1("sha1", "SHA-1", 64, 20, "sha-1 ssl3-sha1"),
  SHA224("sha224", "SHA-224", 64, 28, "sha-224 sha2-224"),
  SHA256("sha256", "SHA-256", 64, 32, "sha-256 sha2-256"),
  SHA384("sha384", "SHA-384", 128, 48, "sha-384 sha2-384"),
  SHA512("sha512", "SHA-512", 128, 64, "sha-512 sha2-512"),
  SHA512_224("sha512_224", "SHA-512/224", 128, 28, "sha512-224 sha-512/224 sha2-512/224"),
  SHA512_256("sha512_256", "SHA-512/256", 128, 32, "sha512-256 sha-512/256 sha2-512/256"),
  SHA3_224("sha3_224", "SHA3-224", 144, 28, "sha3-224"),
  SHA3_256("sha3_256", "SHA3-256", 136, 32, "sha3-256"),
  SHA3_384("sha3_384", "SHA3-384", 104, 48, "sha3-384"),
  SHA3_512("sha3_512", "SHA3-512", 72, 64, "sha3-512"),
  SHAKE_128("shake_128", null, 168, 0, "shake-128 shake128"),
  SHAKE_256("shake_256", null, 136, 0, "shake-256 shake256"),
  BLAKE2B("blake2b", null, 128, 64, "blake2b512 blake2b-512"),
  BLAKE2S("blake2s", null, 64, 32, "blake2s256 blake2s-256");

  private static final Map<String, HashKind> NAMES = new HashMap<>();

  static {
    for (HashKind kind : values()) {
      NAMES.put(kind.title, kind);
      for (String alias : kind.aliases.split(" ", -1)) {
        NAMES.put(alias, kind);
      }
    }
  }

  /** The name that Python shows. */
  final String title;

  /** The JDK's name, null for what is written here. */
  private final String algorithm;

  final int block;

  /** The digest's bytes; 0 where the caller says how many he wants. */
  final int size;

  private final String aliases;

  HashKind(String title, String algorithm, int block, int size, String aliases) {
    this.title = title;
    this.algorithm = algorithm;
    this.block = block;
    this.size = size;
    this.aliases = aliases;
  }

  /** The algorithm of any of its names, null if there is none. */
  static HashKind named(String name) {
    return NAMES.get(name.toLowerCase(Locale.ROOT));
  }

  HashState start() {
    return switch (this) {
      case SHAKE_128, SHAKE_256 -> new Shake(block);
      case BLAKE2B -> Blake2.plain(Blake2.Size.BIG);
      case BLAKE2S -> Blake2.plain(Blake2.Size.SMALL);
      default -> JdkHash.named(algorithm);
    };
  }

  HashObject object() {
    return new HashObject(title, block, size, start());
  }
}
