package dev.taipan.stdlib.signal;

/** The signals of Linux, with the texts that {@code strsignal} gives. */
enum SignalName {
  HUP(1, "Hangup"),
  INT(2, "Interrupt"),
  QUIT(3, "Quit"),
  ILL(4, "Illegal instruction"),
  TRAP(5, "Trace/breakpoint trap"),
  ABRT(6, "Aborted"),
  BUS(7, "Bus error"),
  FPE(8, "Floating point exception"),
  KILL(9, "Killed"),
  USR1(10, "User defined signal 1"),
  SEGV(11, "Segmentation fault"),
  USR2(12, "User defined signal 2"),
  PIPE(13, "Broken pipe"),
  ALRM(14, "Alarm clock"),
  TERM(15, "Terminated"),
  STKFLT(16, "Stack fault"),
  CHLD(17, "Child exited"),
  CONT(18, "Continued"),
  STOP(19, "Stopped (signal)"),
  TSTP(20, "Stopped"),
  TTIN(21, "Stopped (tty input)"),
  TTOU(22, "Stopped (tty output)"),
  URG(23, "Urgent I/O condition"),
  XCPU(24, "CPU time limit exceeded"),
  XFSZ(25, "File size limit exceeded"),
  VTALRM(26, "Virtual timer expired"),
  PROF(27, "Profiling timer expired"),
  WINCH(28, "Window changed"),
  IO(29, "I/O possible"),
  PWR(30, "Power failure"),
  SYS(31, "Bad system call");

  /** One more than the highest signal number. */
  static final int COUNT = 65;

  static final int RTMIN = 34;
  static final int RTMAX = 64;

  private static final SignalName[] BY_NUMBER = new SignalName[COUNT];

  static {
    for (SignalName row : values()) {
      BY_NUMBER[row.number] = row;
    }
  }

  final int number;
  final String text;

  SignalName(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /** The row of a number, null for real-time signals and numbers that are none. */
  static SignalName of(int number) {
    return number > 0 && number < COUNT ? BY_NUMBER[number] : null;
  }

  /** Whether a program may name this signal: the C library keeps two of them for itself. */
  static boolean isValid(int number) {
    return number >= 1 && number < COUNT && number != 32 && number != 33;
  }

  /** What {@code strsignal} says, null for a number without a name. */
  static String describe(int number) {
    SignalName row = of(number);
    if (row != null) {
      return row.text;
    }
    return number >= RTMIN && number <= RTMAX ? "Real-time signal " + (number - RTMIN) : null;
  }
}
