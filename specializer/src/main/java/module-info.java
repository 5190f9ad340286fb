/** What an instruction specializes to, and how a cache is published. */
module dev.taipan.specializer {
  requires dev.taipan.vm;

  provides dev.taipan.vm.spi.Specializer with
      dev.taipan.specializer.TierOneSpecializer;
}
