package dev.taipan.stdlib.io;

import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Representation;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Places in text files as opaque numbers: a byte position where the decoder's state is known, that
 * state's flags, and how many bytes and characters to go on from there, 64 bits each.
 */
final class TextPlaces {
  private static final int PART = 64;
  private static final BigInteger MASK = BigInteger.ONE.shiftLeft(PART).subtract(BigInteger.ONE);
  private static final byte[] NOTHING = new byte[0];

  private TextPlaces() {}

  /** What a number stands for. */
  private record Place(long start, BigInteger flags, long feed, boolean end, long skip) {
    BigInteger pack() {
      return part(start, 0)
          .or(flags.and(MASK).shiftLeft(PART))
          .or(part(feed, 2))
          .or(part(skip, 3))
          .or(part(end ? 1 : 0, 4));
    }

    private static BigInteger part(long value, int index) {
      return BigInteger.valueOf(value).shiftLeft(PART * index);
    }

    static Place unpack(BigInteger number) {
      return new Place(
          at(number, 0).longValueExact(),
          at(number, 1),
          at(number, 2).longValueExact(),
          number.shiftRight(PART * 4).signum() != 0,
          at(number, 3).longValueExact());
    }

    private static BigInteger at(BigInteger number, int index) {
      return number.shiftRight(PART * index).and(MASK);
    }
  }

  static long tell(ThreadState ts, long self, TextFile file) {
    file.checkOpen(ts);
    if (!file.seekable(ts)) {
      throw IoErrors.unsupported(ts, "underlying stream is not seekable");
    }
    if (!file.telling) {
      throw IoErrors.os(ts, "telling position disabled by next() call");
    }
    file.flushPending(ts);
    Calls.named(ts, self, "flush");
    long place = Numbers.asJavaLong(ts, Calls.named(ts, file.buffer(ts), "tell"));
    if (file.decoder == null || file.snapshot == null) {
      return Ints.of(ts, place);
    }
    long start = place - file.nextInput.length;
    if (file.used == 0) {
      return Ints.of(ts, new Place(start, file.snapshot.flags(), 0, false, 0).pack());
    }
    Decoding.State saved = file.decoder.state(ts);
    Place found;
    try {
      found = find(ts, file, start);
    } finally {
      file.decoder.setState(ts, saved);
    }
    return Ints.of(ts, found.pack());
  }

  /** Decodes the chunk again up to the characters that were used. */
  private static Place find(ThreadState ts, TextFile file, long start) {
    byte[] input = file.nextInput;
    Decoding decoder = file.decoder;
    BigInteger flags = file.snapshot.flags();
    int skip = file.used;
    int from = (int) Math.min(input.length, file.bytesPerCharacter * skip);
    int back = 1;
    // Guess a byte to start from, and go back until the decoder holds nothing there.
    while (from > 0) {
      decoder.setState(ts, new Decoding.State(NOTHING, file.snapshot.flags()));
      int count = Strs.length(decoder.decode(ts, Arrays.copyOf(input, from), false));
      if (count <= skip) {
        Decoding.State state = decoder.state(ts);
        if (state.bytes().length == 0) {
          flags = state.flags();
          skip -= count;
          break;
        }
        from -= state.bytes().length;
        back = 1;
      } else {
        from -= back;
        back *= 2;
      }
    }
    if (from <= 0) {
      from = 0;
      decoder.setState(ts, new Decoding.State(NOTHING, flags));
    }
    if (skip == 0) {
      return new Place(start + from, flags, 0, false, 0);
    }
    return byBytes(
        ts, decoder, Arrays.copyOfRange(input, from, input.length), start + from, flags, skip);
  }

  private static Place byBytes(
      ThreadState ts, Decoding decoder, byte[] input, long from, BigInteger flags, int wanted) {
    long start = from;
    BigInteger startFlags = flags;
    int skip = wanted;
    int fed = 0;
    int count = 0;
    for (byte b : input) {
      fed++;
      count += Strs.length(decoder.decode(ts, new byte[] {b}, false));
      Decoding.State state = decoder.state(ts);
      if (state.bytes().length == 0 && count <= skip) {
        start += fed;
        skip -= count;
        startFlags = state.flags();
        fed = 0;
        count = 0;
      }
      if (count >= skip) {
        return new Place(start, startFlags, fed, false, skip);
      }
    }
    count += Strs.length(decoder.decode(ts, NOTHING, true));
    if (count < skip) {
      throw IoErrors.os(ts, "can't reconstruct logical file position");
    }
    return new Place(start, startFlags, fed, true, skip);
  }

  static long seek(ThreadState ts, long self, TextFile file, long cookie, int whence) {
    file.checkOpen(ts);
    if (!file.seekable(ts)) {
      throw IoErrors.unsupported(ts, "underlying stream is not seekable");
    }
    long target = Numbers.index(ts, cookie);
    switch (whence) {
      case 0 -> {}
      case 1 -> {
        if (Ints.signum(target) != 0) {
          throw IoErrors.unsupported(ts, "can't do nonzero cur-relative seeks");
        }
        target = tell(ts, self, file);
      }
      case 2 -> {
        if (Ints.signum(target) != 0) {
          throw IoErrors.unsupported(ts, "can't do nonzero end-relative seeks");
        }
        return toEnd(ts, self, file);
      }
      default -> throw Errors.valueError(ts, "invalid whence (%d, should be 0, 1 or 2)", whence);
    }
    if (Ints.signum(target) < 0) {
      throw Errors.valueError(ts, "negative seek position %s", Representation.text(ts, target));
    }
    try (RootScope roots = ts.roots()) {
      roots.keep(target);
      goTo(ts, self, file, Place.unpack(Ints.toBig(target)));
      return target;
    }
  }

  private static long toEnd(ThreadState ts, long self, TextFile file) {
    file.flushPending(ts);
    Calls.named(ts, self, "flush");
    forget(ts, file);
    try (RootScope roots = ts.roots()) {
      long place =
          roots.keep(Calls.named(ts, file.buffer(ts), "seek", Word.boxInt(0), Word.boxInt(2)));
      if (file.encoder != null) {
        file.encoder.place(ts, Ints.isInt(ts, place) && Ints.signum(place) == 0);
      }
      return place;
    }
  }

  private static void forget(ThreadState ts, TextFile file) {
    file.clearDecoded();
    file.snapshot = null;
    if (file.decoder != null) {
      file.decoder.reset(ts);
    }
  }

  private static void goTo(ThreadState ts, long self, TextFile file, Place place) {
    file.flushPending(ts);
    Calls.named(ts, self, "flush");
    Calls.named(ts, file.buffer(ts), "seek", Ints.of(ts, place.start()));
    file.clearDecoded();
    file.snapshot = null;
    Decoding.State state = new Decoding.State(NOTHING, place.flags());
    if (file.decoder != null) {
      if (place.start() == 0 && place.flags().signum() == 0) {
        file.decoder.reset(ts);
      } else {
        file.decoder.setState(ts, state);
      }
      file.snapshot = state;
      file.nextInput = NOTHING;
    }
    if (place.skip() > 0) {
      skip(ts, file, place, state);
    }
    if (file.encoder != null) {
      file.encoder.place(ts, place.start() == 0 && place.flags().signum() == 0);
    }
  }

  private static void skip(ThreadState ts, TextFile file, Place place, Decoding.State state) {
    long data = Calls.named(ts, file.buffer(ts), "read", Word.boxInt(place.feed()));
    byte[] input = TextFile.bytes(ts, data, "read");
    file.snapshot = state;
    file.nextInput = input;
    file.setDecoded(file.decoder.decode(ts, input, place.end()));
    if (file.available() < place.skip()) {
      throw IoErrors.os(ts, "can't restore logical file position");
    }
    file.used = (int) place.skip();
  }
}
