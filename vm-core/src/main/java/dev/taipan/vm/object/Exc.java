package dev.taipan.vm.object;

/**
 * The built-in exception types: one row each, base first. The types, their names and their
 * hierarchy come from here.
 */
public enum Exc {
  BaseException(null),
  Exception(BaseException),
  BaseExceptionGroup(BaseException),
  ExceptionGroup(BaseExceptionGroup),
  GeneratorExit(BaseException),
  KeyboardInterrupt(BaseException),
  SystemExit(BaseException),
  ArithmeticError(Exception),
  FloatingPointError(ArithmeticError),
  OverflowError(ArithmeticError),
  ZeroDivisionError(ArithmeticError),
  AssertionError(Exception),
  AttributeError(Exception),
  BufferError(Exception),
  EOFError(Exception),
  ImportError(Exception),
  ModuleNotFoundError(ImportError),
  LookupError(Exception),
  IndexError(LookupError),
  KeyError(LookupError),
  MemoryError(Exception),
  NameError(Exception),
  UnboundLocalError(NameError),
  OSError(Exception),
  BlockingIOError(OSError),
  ChildProcessError(OSError),
  ConnectionError(OSError),
  BrokenPipeError(ConnectionError),
  ConnectionAbortedError(ConnectionError),
  ConnectionRefusedError(ConnectionError),
  ConnectionResetError(ConnectionError),
  FileExistsError(OSError),
  FileNotFoundError(OSError),
  InterruptedError(OSError),
  IsADirectoryError(OSError),
  NotADirectoryError(OSError),
  PermissionError(OSError),
  ProcessLookupError(OSError),
  TimeoutError(OSError),
  ReferenceError(Exception),
  RuntimeError(Exception),
  NotImplementedError(RuntimeError),
  RecursionError(RuntimeError),
  StopAsyncIteration(Exception),
  StopIteration(Exception),
  SyntaxError(Exception),
  IndentationError(SyntaxError),
  TabError(IndentationError),
  SystemError(Exception),
  TypeError(Exception),
  ValueError(Exception),
  UnicodeError(ValueError),
  UnicodeDecodeError(UnicodeError),
  UnicodeEncodeError(UnicodeError),
  UnicodeTranslateError(UnicodeError),
  Warning(Exception),
  BytesWarning(Warning),
  DeprecationWarning(Warning),
  EncodingWarning(Warning),
  FutureWarning(Warning),
  ImportWarning(Warning),
  PendingDeprecationWarning(Warning),
  ResourceWarning(Warning),
  RuntimeWarning(Warning),
  SyntaxWarning(Warning),
  UnicodeWarning(Warning),
  UserWarning(Warning);

  private static final Exc[] ALL = values();

  /** The names in the order of the rows, apart by blanks. */
  public static final String TEXT =
      "BaseException Exception BaseExceptionGroup ExceptionGroup GeneratorExit "
          + "KeyboardInterrupt SystemExit ArithmeticError FloatingPointError OverflowError "
          + "ZeroDivisionError AssertionError AttributeError BufferError EOFError ImportError "
          + "ModuleNotFoundError LookupError IndexError KeyError MemoryError NameError "
          + "UnboundLocalError OSError BlockingIOError ChildProcessError ConnectionError "
          + "BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError "
          + "FileExistsError FileNotFoundError InterruptedError IsADirectoryError "
          + "NotADirectoryError PermissionError ProcessLookupError TimeoutError ReferenceError "
          + "RuntimeError NotImplementedError RecursionError StopAsyncIteration StopIteration "
          + "SyntaxError IndentationError TabError SystemError TypeError ValueError UnicodeError "
          + "UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError Warning BytesWarning "
          + "DeprecationWarning EncodingWarning FutureWarning ImportWarning "
          + "PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning "
          + "UnicodeWarning UserWarning";

  private final Exc base;

  Exc(Exc base) {
    this.base = base;
  }

  public static Exc at(int ordinal) {
    return ALL[ordinal];
  }

  public static int count() {
    return ALL.length;
  }

  /** The base row; null for BaseException. */
  public Exc base() {
    return base;
  }
}
