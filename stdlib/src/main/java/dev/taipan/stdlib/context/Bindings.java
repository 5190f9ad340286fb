package dev.taipan.stdlib.context;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * An immutable map from context variables to values: a trie over the bits of a key's hash, five at
 * a level, whose changed copy shares all but one path. Copying a context is therefore free.
 */
final class Bindings {
  static final Bindings EMPTY = new Bindings(new Node(0, new Object[0]), 0);

  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;

  /** A variable and its value, both as words; the host object is the key. */
  record Entry(VariableType key, long variable, long value) {}

  /**
   * {@code items[i]} belongs to the i-th set bit: an {@link Entry}, a {@link Node}, a {@link
   * Bucket}.
   */
  @SuppressWarnings("ArrayRecordComponent") // parts of the trie are compared by identity, if at all
  private record Node(int bitmap, Object[] items) {}

  /** Entries whose hashes agree in all bits. */
  @SuppressWarnings("ArrayRecordComponent") // as above
  private record Bucket(Entry[] entries) {}

  private final Node root;
  private final int size;

  private Bindings(Node root, int size) {
    this.root = root;
    this.size = size;
  }

  int size() {
    return size;
  }

  private static int hash(VariableType key) {
    int h = System.identityHashCode(key);
    return h ^ h >>> 15;
  }

  /** The entry of a variable, or null. */
  Entry get(VariableType key) {
    int hash = hash(key);
    Object at = root;
    for (int shift = 0; at instanceof Node node; shift += BITS) {
      int bit = 1 << (hash >>> shift & MASK);
      if ((node.bitmap & bit) == 0) {
        return null;
      }
      at = node.items[Integer.bitCount(node.bitmap & bit - 1)];
    }
    if (at instanceof Bucket bucket) {
      return Arrays.stream(bucket.entries).filter(e -> e.key == key).findFirst().orElse(null);
    }
    return at instanceof Entry entry && entry.key == key ? entry : null;
  }

  Bindings with(Entry entry) {
    int more = get(entry.key) == null ? 1 : 0;
    return new Bindings((Node) put(root, 0, hash(entry.key), entry), size + more);
  }

  private static Object put(Object at, int shift, int hash, Entry entry) {
    return switch (at) {
      case Node node -> putIntoNode(node, shift, hash, entry);
      case Bucket bucket -> putIntoBucket(bucket, entry);
      case Entry other when other.key == entry.key -> entry;
      case Entry other -> split(other, shift, hash, entry);
      default -> throw new IllegalStateException("no part of the trie");
    };
  }

  private static Node putIntoNode(Node node, int shift, int hash, Entry entry) {
    int bit = 1 << (hash >>> shift & MASK);
    int index = Integer.bitCount(node.bitmap & bit - 1);
    if ((node.bitmap & bit) != 0) {
      Object[] items = node.items.clone();
      items[index] = put(items[index], shift + BITS, hash, entry);
      return new Node(node.bitmap, items);
    }
    Object[] items = new Object[node.items.length + 1];
    System.arraycopy(node.items, 0, items, 0, index);
    items[index] = entry;
    System.arraycopy(node.items, index, items, index + 1, node.items.length - index);
    return new Node(node.bitmap | bit, items);
  }

  private static Bucket putIntoBucket(Bucket bucket, Entry entry) {
    Entry[] kept =
        Arrays.stream(bucket.entries).filter(e -> e.key != entry.key).toArray(Entry[]::new);
    Entry[] all = Arrays.copyOf(kept, kept.length + 1);
    all[kept.length] = entry;
    return new Bucket(all);
  }

  private static Object split(Entry other, int shift, int hash, Entry entry) {
    if (shift >= Integer.SIZE) {
      return new Bucket(new Entry[] {other, entry});
    }
    Node node = new Node(1 << (hash(other.key) >>> shift & MASK), new Object[] {other});
    return putIntoNode(node, shift, hash, entry);
  }

  Bindings without(VariableType key) {
    return get(key) == null ? this : new Bindings(remove(root, 0, hash(key), key), size - 1);
  }

  /** The node without the key, which is in it. An inner node may stay behind empty. */
  private static Node remove(Node node, int shift, int hash, VariableType key) {
    int bit = 1 << (hash >>> shift & MASK);
    int index = Integer.bitCount(node.bitmap & bit - 1);
    Object at = node.items[index];
    if (at instanceof Entry) {
      Object[] items = new Object[node.items.length - 1];
      System.arraycopy(node.items, 0, items, 0, index);
      System.arraycopy(node.items, index + 1, items, index, items.length - index);
      return new Node(node.bitmap & ~bit, items);
    }
    Object[] items = node.items.clone();
    if (at instanceof Bucket bucket) {
      items[index] =
          new Bucket(Arrays.stream(bucket.entries).filter(e -> e.key != key).toArray(Entry[]::new));
    } else {
      items[index] = remove((Node) at, shift + BITS, hash, key);
    }
    return new Node(node.bitmap, items);
  }

  void forEach(Consumer<Entry> action) {
    visit(root, action);
  }

  private static void visit(Object at, Consumer<Entry> action) {
    switch (at) {
      case Entry entry -> action.accept(entry);
      case Bucket bucket -> Arrays.stream(bucket.entries).forEach(action);
      case Node node -> {
        for (Object item : node.items) {
          visit(item, action);
        }
      }
      default -> throw new IllegalStateException("no part of the trie");
    }
  }
}
