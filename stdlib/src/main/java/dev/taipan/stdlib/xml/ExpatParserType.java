package dev.taipan.stdlib.xml;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinType;
import dev.taipan.vm.builtin.Getter;
import dev.taipan.vm.builtin.Setter;
import dev.taipan.vm.object.Attributes;
import dev.taipan.vm.object.Buffers;
import dev.taipan.vm.object.ByteStrings;
import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Ints;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.TextCodecs;
import dev.taipan.vm.object.Truth;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.nio.charset.StandardCharsets;

/** {@code pyexpat.xmlparser}. Its handlers are attributes by the names of {@link XmlHandler}. */
@BuiltinType(name = "xmlparser", module = "pyexpat", subclassable = false)
final class ExpatParserType {
  private static final int PIECE = 2048;

  private ExpatParserType() {}

  @Builtin("Parse(self, data, isfinal=False, /)")
  static long parse(ThreadState ts, ExpatParser self, long data, boolean isfinal) {
    boolean isText = Strs.isStr(ts, data);
    byte[] bytes =
        isText
            ? TextCodecs.encode(ts, data, TextCodecs.Codec.UTF_8, "strict")
            : Buffers.require(ts, data);
    self.parse(ts, bytes, isfinal, isText);
    return Word.boxInt(1);
  }

  @Builtin("ParseFile(self, file, /)")
  static long parseFile(ThreadState ts, ExpatParser self, long file) {
    long read = Attributes.findQuietly(ts, file, ts.runtime().intern(ts, "read"));
    if (read == Word.EMPTY) {
      throw Errors.typeError(ts, "argument must have 'read' attribute");
    }
    int mark = ts.rootMark();
    try {
      ts.root(read);
      while (true) {
        long piece = Calls.call1(ts, read, Word.boxInt(PIECE));
        byte[] bytes = Buffers.ofBytesOrByteArray(ts, piece);
        if (bytes == null) {
          throw Errors.typeError(
              ts,
              "read() did not return a bytes object (type=%s)",
              ts.runtime().typeOf(piece).name());
        }
        self.parse(ts, bytes, bytes.length == 0, false);
        if (bytes.length == 0) {
          return Word.boxInt(1);
        }
      }
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Builtin("SetBase(self, base, /)")
  static void setBase(ExpatParser self, String base) {
    self.base = base;
  }

  @Builtin("GetBase(self, /)")
  static long getBase(ThreadState ts, ExpatParser self) {
    return self.base == null ? Word.NONE : Strs.of(ts, self.base);
  }

  @Builtin("GetInputContext(self, /)")
  static long getInputContext(ThreadState ts, ExpatParser self) {
    return self.isBusy()
        ? ByteStrings.of(ts, self.text.context().getBytes(StandardCharsets.UTF_8))
        : Word.NONE;
  }

  @Builtin("ExternalEntityParserCreate(self, context, encoding=, /)")
  static long entityParser(ThreadState ts, ExpatParser self, long context, long encoding) {
    String place = ExpatModule.optionalText(ts, context, "context");
    String name = ExpatModule.optionalText(ts, encoding, "encoding");
    return Hosts.create(
        ts, StandardLibrary.type(ts, ExpatParserTypeTable.TABLE), self.entityParser(place, name));
  }

  @Builtin("SetParamEntityParsing(self, flag, /)")
  static long setParamEntityParsing(ExpatParser self, int flag) {
    if (self.hasBegun()) {
      return Word.boxInt(0);
    }
    self.options.parameterEntities = flag;
    return Word.boxInt(1);
  }

  @Builtin("UseForeignDTD(self, flag=True, /)")
  static void useForeignDtd(ThreadState ts, ExpatParser self, boolean flag) {
    if (self.hasBegun()) {
      throw self.raise(ts, XmlFault.CANT_CHANGE_FEATURE_ONCE_PARSING);
    }
    self.options.foreign = flag;
  }

  @Builtin("__getattr__(self, name, /)")
  static long getHandler(ThreadState ts, ExpatParser self, long name) {
    XmlHandler handler = Strs.isStr(ts, name) ? XmlHandler.named(Strs.toJava(name)) : null;
    if (handler == null) {
      throw Errors.attributeError(
          ts, "'pyexpat.xmlparser' object has no attribute '%s'", Strs.toJava(name));
    }
    long function = self.handlers[handler.ordinal()];
    return function == Word.EMPTY ? Word.NONE : function;
  }

  @Builtin("__setattr__(self, name, value, /)")
  static void setAttribute(ThreadState ts, long self, long name, long value) {
    XmlHandler handler = Strs.isStr(ts, name) ? XmlHandler.named(Strs.toJava(name)) : null;
    if (handler == null) {
      Attributes.genericSet(ts, ts.runtime().typeOf(self), self, name, value);
    } else {
      Hosts.get(ts, self, ExpatParser.class).setHandler(handler, value);
    }
  }

  @Getter("ErrorCode")
  static long errorCode(ExpatParser self) {
    return Word.boxInt(self.fault() == null ? 0 : self.fault().code());
  }

  @Getter("ErrorLineNumber")
  static long errorLine(ExpatParser self) {
    return line(self);
  }

  @Getter("ErrorColumnNumber")
  static long errorColumn(ExpatParser self) {
    return column(self);
  }

  @Getter("ErrorByteIndex")
  static long errorByte(ExpatParser self) {
    return index(self);
  }

  @Getter("CurrentLineNumber")
  static long line(ExpatParser self) {
    return Word.boxInt(self.text.line());
  }

  @Getter("CurrentColumnNumber")
  static long column(ExpatParser self) {
    return Word.boxInt(self.text.column());
  }

  @Getter("CurrentByteIndex")
  static long index(ExpatParser self) {
    return Word.boxInt(self.hasBegun() ? self.text.bytes() : -1);
  }

  @Getter("intern")
  static long intern(ExpatParser self) {
    return self.intern;
  }

  @Getter("buffer_text")
  static long bufferText(ExpatParser self) {
    return Word.boxBool(self.buffer.isEnabled());
  }

  @Setter("buffer_text")
  static void setBufferText(ThreadState ts, ExpatParser self, long value) {
    self.buffer.enable(flag(ts, value));
  }

  @Getter("buffer_used")
  static long bufferUsed(ExpatParser self) {
    return Word.boxInt(self.buffer.used());
  }

  @Getter("buffer_size")
  static long bufferSize(ExpatParser self) {
    return Word.boxInt(self.buffer.size());
  }

  @Setter("buffer_size")
  static void setBufferSize(ThreadState ts, ExpatParser self, long value) {
    requireValue(ts, value);
    if (!Ints.isInt(ts, value)) {
      throw Errors.typeError(ts, "buffer_size must be an integer");
    }
    long size = Numbers.asJavaLong(ts, value);
    if (size <= 0) {
      throw Errors.valueError(ts, "buffer_size must be greater than zero");
    }
    if (size > Integer.MAX_VALUE) {
      throw Errors.valueError(ts, "buffer_size must not be greater than %d", Integer.MAX_VALUE);
    }
    if (size < self.buffer.used()) {
      throw Errors.valueError(ts, "buffer_size must not be less than what waits in the buffer");
    }
    self.buffer.setSize((int) size);
  }

  @Getter("namespace_prefixes")
  static long namespacePrefixes(ExpatParser self) {
    return Word.boxBool(self.namespaces() != null && self.namespaces().triplets);
  }

  @Setter("namespace_prefixes")
  static void setNamespacePrefixes(ThreadState ts, ExpatParser self, long value) {
    boolean on = flag(ts, value);
    if (self.namespaces() != null) {
      self.namespaces().triplets = on;
    }
  }

  @Getter("ordered_attributes")
  static long orderedAttributes(ExpatParser self) {
    return Word.boxBool(self.orderedAttributes);
  }

  @Setter("ordered_attributes")
  static void setOrderedAttributes(ThreadState ts, ExpatParser self, long value) {
    self.orderedAttributes = flag(ts, value);
  }

  @Getter("specified_attributes")
  static long specifiedAttributes(ExpatParser self) {
    return Word.boxBool(self.specifiedAttributes);
  }

  @Setter("specified_attributes")
  static void setSpecifiedAttributes(ThreadState ts, ExpatParser self, long value) {
    self.specifiedAttributes = flag(ts, value);
  }

  private static boolean flag(ThreadState ts, long value) {
    requireValue(ts, value);
    return Truth.isTrue(ts, value);
  }

  private static void requireValue(ThreadState ts, long value) {
    if (value == Word.EMPTY) {
      throw Errors.raise(ts, Exc.RuntimeError, "Cannot delete attribute");
    }
  }
}
