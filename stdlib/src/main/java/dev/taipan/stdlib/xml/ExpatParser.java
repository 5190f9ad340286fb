package dev.taipan.stdlib.xml;

import dev.taipan.stdlib.LibraryErrors;
import dev.taipan.stdlib.codec.CodecRegistry;
import dev.taipan.vm.gc.Visitor;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.HostObject;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.Raised;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.concurrent.atomic.AtomicReference;

/**
 * {@code pyexpat.xmlparser}: one parse, fed by {@link #parse}. While that runs, {@link #busy} holds
 * its thread; others, and handlers, are refused, so everything else here has one user at a time.
 * Handlers may be set by any thread: each is one word, read when its event happens.
 */
final class ExpatParser extends HostObject {
  static final LibraryErrors ERROR =
      new LibraryErrors("xml.parsers.expat", "ExpatError", Exc.Exception);

  final long[] handlers = new long[XmlHandler.values().length];
  final XmlText text = new XmlText();
  final DtdOptions options;
  final CharacterBuffer buffer = new CharacterBuffer();
  volatile long intern;
  volatile String base;
  volatile boolean orderedAttributes;
  volatile boolean specifiedAttributes;

  /** Which of the two default handlers was set last, null for neither. */
  volatile XmlHandler defaultHandler;

  private final XmlState state;
  private final XmlDecoding decoding;
  private final DocumentReader reader;
  private final AtomicReference<ThreadState> busy = new AtomicReference<>();
  private volatile XmlFault fault;
  private volatile boolean begun;
  private boolean ended;

  ExpatParser(String encoding, XmlNamespaces namespaces, long intern) {
    this(
        encoding, namespaces, intern, new XmlDtd(), new DtdOptions(), DocumentReader.Kind.DOCUMENT);
  }

  private ExpatParser(
      String encoding,
      XmlNamespaces namespaces,
      long intern,
      XmlDtd dtd,
      DtdOptions options,
      DocumentReader.Kind kind) {
    this.intern = intern;
    this.options = options;
    this.state = new XmlState(new HandlerEvents(this, busy), dtd, namespaces);
    this.decoding = new XmlDecoding(text, encoding, this::unknownEncoding);
    this.reader = new DocumentReader(state, text, decoding, kind, options);
  }

  /** The parser of an external entity that a handler was told of. */
  ExpatParser entityParser(String context, String encoding) {
    boolean subset = context == null;
    if (subset) {
      state.dtd.externalRead = true;
    }
    XmlNamespaces namespaces = state.namespaces == null ? null : state.namespaces.copy();
    ExpatParser made =
        new ExpatParser(
            encoding,
            namespaces,
            intern,
            state.dtd,
            options,
            subset ? DocumentReader.Kind.SUBSET : DocumentReader.Kind.GENERAL_ENTITY);
    System.arraycopy(handlers, 0, made.handlers, 0, handlers.length);
    made.buffer.copySettings(buffer);
    made.base = base;
    made.orderedAttributes = orderedAttributes;
    made.specifiedAttributes = specifiedAttributes;
    made.defaultHandler = defaultHandler;
    made.state.expandEntities = state.expandEntities;
    made.state.openEntities.addAll(state.openEntities);
    if (!subset) {
      made.state.openEntities.add(context.substring(context.lastIndexOf('\f') + 1));
    }
    return made;
  }

  XmlNamespaces namespaces() {
    return state.namespaces;
  }

  XmlFault fault() {
    return fault;
  }

  boolean isBusy() {
    return busy.get() != null;
  }

  boolean hasBegun() {
    return begun;
  }

  void setHandler(XmlHandler handler, long function) {
    if (handler == XmlHandler.CHARACTER_DATA && busy.get() == ThreadState.current()) {
      ((HandlerEvents) state.events).flush();
    }
    handlers[handler.ordinal()] = function == Word.NONE ? Word.EMPTY : function;
    if (handler == XmlHandler.DEFAULT || handler == XmlHandler.DEFAULT_EXPAND) {
      defaultHandler = function == Word.NONE ? null : handler;
      state.expandEntities = handler == XmlHandler.DEFAULT_EXPAND || function == Word.NONE;
    }
  }

  /** Reads another piece of the document. */
  void parse(ThreadState ts, byte[] bytes, boolean last, boolean isText) {
    if (!busy.compareAndSet(null, ts)) {
      throw Errors.runtimeError(ts, "the parser is already at work");
    }
    try {
      if (ended) {
        throw raise(ts, XmlFault.FINISHED);
      }
      begun = true;
      if (isText) {
        decoding.force("utf-8");
      }
      state.countDirect(bytes.length);
      decoding.add(bytes, last);
      reader.run();
      ended = last;
      ((HandlerEvents) state.events).flush();
    } catch (XmlException e) {
      ended = true;
      if (e.at() >= 0) {
        text.locate(e.at());
      }
      ((HandlerEvents) state.events).flush();
      throw raise(ts, e.fault());
    } catch (Raised e) {
      ended = true;
      throw e;
    } finally {
      busy.set(null);
    }
  }

  private String unknownEncoding(String name) {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    ThreadState ts = busy.get();
    String table = Strs.toJava(CodecRegistry.decodeText(ts, all, name, "replace"));
    if (table.length() != all.length) {
      throw Errors.valueError(ts, "multi-byte encodings are not supported");
    }
    return table;
  }

  /** The Python exception of a fault at the current place. */
  Raised raise(ThreadState ts, XmlFault what) {
    fault = what;
    String message = what.text() + ": line " + text.line() + ", column " + text.column();
    int mark = ts.rootMark();
    try {
      long error = Errors.create(ts, ERROR.type(ts), Tuples.of(ts, Strs.of(ts, message)));
      ts.root(error);
      Attributes.set(ts, error, ts.runtime().intern(ts, "code"), Word.boxInt(what.code()));
      Attributes.set(ts, error, ts.runtime().intern(ts, "offset"), Word.boxInt(text.column()));
      Attributes.set(ts, error, ts.runtime().intern(ts, "lineno"), Word.boxInt(text.line()));
      return ts.raise(error);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Override
  public void trace(Visitor visitor) {
    visitor.visit(intern);
    for (long handler : handlers) {
      visitor.visit(handler);
    }
  }
}
