package dev.taipan.vm.object;

/** An instance of a class derived from {@code float}; plain floats are words. */
final class FloatBox extends HostObject {
  final double value;

  FloatBox(double value) {
    this.value = value;
  }
}
