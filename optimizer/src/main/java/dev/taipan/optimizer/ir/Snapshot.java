package dev.taipan.optimizer.ir;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The interpreter's state at an exit: frames, root first, and the frame slots whose content in
 * memory is not what Python would see. A slot that the trace has not changed has no entry: frame
 * memory is written by exits only, so it still holds the right word.
 */
public final class Snapshot {
  private final List<FrameState> frames;
  private final int[] offsets;
  private final int[] values;

  /**
   * Takes over both arrays; slot {@code offsets[i]} (from the root frame) holds {@code values[i]}.
   */
  public Snapshot(List<FrameState> frames, int[] offsets, int[] values) {
    if (frames.isEmpty() || offsets.length != values.length) {
      throw new IllegalArgumentException("a snapshot has a frame, and a value for each offset");
    }
    this.frames = List.copyOf(frames);
    this.offsets = offsets;
    this.values = values;
  }

  /** The frames, root first. */
  public List<FrameState> frames() {
    return frames;
  }

  /** The frame that goes on running. */
  public FrameState innermost() {
    return frames.getLast();
  }

  /** The number of slot entries. */
  public int size() {
    return offsets.length;
  }

  /** The byte offset of entry {@code i}'s slot from the root frame. */
  public int offset(int i) {
    return offsets[i];
  }

  /** The value of entry {@code i}. */
  public int value(int i) {
    return values[i];
  }

  /** The value of the slot at {@code offset}, or {@code otherwise} if it has no entry. */
  public int valueAt(int offset, int otherwise) {
    for (int i = 0; i < offsets.length; i++) {
      if (offsets[i] == offset) {
        return values[i];
      }
    }
    return otherwise;
  }

  /** Every value that the exit needs: slot entries, then the header values of built frames. */
  public int[] liveValues() {
    int[] live = Arrays.copyOf(values, values.length + 3 * frames.size());
    int n = values.length;
    for (FrameState frame : frames) {
      if (frame.isBuilt()) {
        live[n++] = frame.function();
        live[n++] = frame.globals();
        live[n++] = frame.builtins();
      }
    }
    return Arrays.copyOf(live, n);
  }

  /** The same state with every value replaced by what {@code map} gives for it. */
  public Snapshot map(IntUnaryOperator map) {
    int[] mapped = new int[values.length];
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = map.applyAsInt(values[i]);
    }
    List<FrameState> mappedFrames = frames.stream().map(frame -> map(frame, map)).toList();
    return new Snapshot(mappedFrames, offsets, mapped);
  }

  private static FrameState map(FrameState frame, IntUnaryOperator map) {
    if (!frame.isBuilt()) {
      return frame;
    }
    return new FrameState(
        frame.code(),
        frame.pc(),
        frame.base(),
        frame.sp(),
        frame.top(),
        frame.flags(),
        map.applyAsInt(frame.function()),
        map.applyAsInt(frame.globals()),
        map.applyAsInt(frame.builtins()));
  }
}
