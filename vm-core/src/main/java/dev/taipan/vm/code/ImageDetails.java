package dev.taipan.vm.code;

/**
 * The details of code that was linked from an image, read when they are first asked for. Threads
 * may read them at the same time: each gets an equal record, and a record is safe to hand over
 * without a lock.
 */
public final class ImageDetails implements CodeDetails {
  private final CodeImage image;
  private final int at;
  private Parts parts;
  private CodeBlueprint blueprint;

  ImageDetails(CodeImage image, int at) {
    this.image = image;
    this.at = at;
  }

  /** Where the code stands in its image, which no other code of the image does. */
  public int place() {
    return at;
  }

  record Parts(
      String name,
      int firstLine,
      int flags,
      Variables variables,
      ExceptionTable exceptions,
      PositionTable positions) {}

  private Parts parts() {
    Parts known = parts;
    if (known == null) {
      known = image.codeAt(at).parts();
      parts = known;
    }
    return known;
  }

  @Override
  public String name() {
    return parts().name();
  }

  @Override
  public String filename() {
    return image.filename();
  }

  @Override
  public int firstLine() {
    return parts().firstLine();
  }

  @Override
  public int flags() {
    return parts().flags();
  }

  @Override
  public Variables variables() {
    return parts().variables();
  }

  @Override
  public ExceptionTable exceptions() {
    return parts().exceptions();
  }

  @Override
  public PositionTable positions() {
    return parts().positions();
  }

  @Override
  public CodeBlueprint blueprint() {
    CodeBlueprint known = blueprint;
    if (known == null) {
      known = image.codeAt(at).blueprint();
      blueprint = known;
    }
    return known;
  }
}
