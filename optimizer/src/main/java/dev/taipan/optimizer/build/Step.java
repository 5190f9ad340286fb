package dev.taipan.optimizer.build;

/** What became of a uop. */
enum Step {
  /** It is translated. */
  DONE,
  /** It is not; the trace ends before its instruction. */
  STOP
}
