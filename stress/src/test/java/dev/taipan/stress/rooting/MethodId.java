package dev.taipan.stress.rooting;

import java.lang.constant.MethodTypeDesc;

/** Names a method of a class file; {@code owner} is a binary name with dots. */
record MethodId(String owner, String name, String descriptor) implements Comparable<MethodId> {
  MethodTypeDesc type() {
    return MethodTypeDesc.ofDescriptor(descriptor);
  }

  MethodId in(String otherOwner) {
    return new MethodId(otherOwner, name, descriptor);
  }

  boolean isConstructor() {
    return name.equals("<init>");
  }

  @Override
  public int compareTo(MethodId other) {
    return (owner + name + descriptor).compareTo(other.owner + other.name + other.descriptor);
  }

  @Override
  public String toString() {
    return owner.substring(owner.lastIndexOf('.') + 1) + "." + name + descriptor;
  }
}
