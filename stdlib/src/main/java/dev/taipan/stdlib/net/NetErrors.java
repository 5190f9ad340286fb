package dev.taipan.stdlib.net;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.os.Libc;
import dev.taipan.stdlib.os.Libc.Fn;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** The errors of {@code _socket} that are no plain OSError. */
final class NetErrors {
  private NetErrors() {}

  /** gaierror with the resolver's number and text. */
  static Raised resolver(ThreadState ts, int error) {
    long text = Libc.call(Fn.GAI_STRERROR, error);
    return raise(ts, "gaierror", error, Libc.cString(text));
  }

  static Raised raise(ThreadState ts, String type, int number, String text) {
    long module = StandardLibrary.of(ts).importer().load(ts, "_socket");
    long cls = Attributes.get(ts, module, type);
    return ts.raise(Calls.call2(ts, cls, Word.boxInt(number), Strs.of(ts, text)));
  }

  static Raised timedOut(ThreadState ts) {
    return Errors.raise(ts, Exc.TimeoutError, "timed out");
  }
}
