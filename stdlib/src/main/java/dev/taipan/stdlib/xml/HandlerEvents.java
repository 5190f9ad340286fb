package dev.taipan.stdlib.xml;

import dev.taipan.vm.object.Calls;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Numbers;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.RootScope;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Calls a parser's handlers. Looking up a name and passing on waiting text may collect: what {@link
 * #name} and {@link #text} make stays on the root stack until the event's scope ends.
 */
final class HandlerEvents implements XmlEvents {
  private final ExpatParser parser;
  private final AtomicReference<ThreadState> thread;

  HandlerEvents(ExpatParser parser, AtomicReference<ThreadState> thread) {
    this.parser = parser;
    this.thread = thread;
  }

  private ThreadState ts() {
    return thread.get();
  }

  private long text(String value) {
    if (value == null) {
      return Word.NONE;
    }
    long word = Strs.of(ts(), value);
    ts().root(word);
    return word;
  }

  /** A name: equal ones are one object. */
  private long name(String value) {
    if (value == null || parser.intern == Word.NONE) {
      return text(value);
    }
    ThreadState ts = ts();
    long word = text(value);
    long known = Dicts.get(ts, parser.intern, word);
    if (known != Word.EMPTY) {
      ts.root(known);
      return known;
    }
    Dicts.set(ts, parser.intern, word, word);
    return word;
  }

  private long call(XmlHandler handler, long... arguments) {
    flush();
    return callNow(handler, arguments);
  }

  private long callNow(XmlHandler handler, long... arguments) {
    ThreadState ts = ts();
    long function = parser.handlers[handler.ordinal()];
    if (function == Word.EMPTY) {
      return Word.NONE; // unset since the event began
    }
    int mark = ts.rootMark();
    try {
      ts.root(function);
      long first = ts.rootAddress();
      for (long argument : arguments) {
        ts.root(argument);
      }
      return Calls.call(ts, function, first, arguments.length, Word.EMPTY);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private boolean answers(long word) {
    return Numbers.asJavaLong(ts(), word) != 0;
  }

  /** Passes on the text that waits. */
  void flush() {
    String waiting = parser.buffer.take();
    if (waiting != null) {
      try (RootScope _ = ts().roots()) {
        callNow(XmlHandler.CHARACTER_DATA, text(waiting));
      }
    }
  }

  @Override
  public boolean wants(XmlHandler handler) {
    return parser.handlers[handler.ordinal()] != Word.EMPTY;
  }

  @Override
  public void other(String raw) {
    try (RootScope _ = ts().roots()) {
      XmlHandler handler = parser.defaultHandler;
      if (handler != null) {
        call(handler, text(raw));
      }
    }
  }

  @Override
  public void characters(String data) {
    try (RootScope _ = ts().roots()) {
      CharacterBuffer buffer = parser.buffer;
      if (!buffer.isEnabled()) {
        call(XmlHandler.CHARACTER_DATA, text(data));
        return;
      }
      if (!buffer.fits(data)) {
        flush();
      }
      if (buffer.isTooLong(data)) {
        call(XmlHandler.CHARACTER_DATA, text(data));
      } else {
        buffer.add(data);
      }
    }
  }

  @Override
  public void xmlDeclaration(String version, String encoding, int standalone) {
    try (RootScope _ = ts().roots()) {
      call(XmlHandler.XML_DECL, text(version), text(encoding), Word.boxInt(standalone));
    }
  }

  @Override
  public void startElement(String name, List<String> attributes, int specified) {
    ThreadState ts = ts();
    flush();
    int count = parser.specifiedAttributes ? specified : attributes.size();
    int mark = ts.rootMark();
    try {
      long told = name(name);
      ts.root(told);
      boolean ordered = parser.orderedAttributes;
      long holder = ordered ? Lists.create(ts, count) : Dicts.create(ts);
      ts.root(holder);
      for (int i = 0; i < count; i += 2) {
        long key = name(attributes.get(i));
        long value = text(attributes.get(i + 1));
        if (ordered) {
          Lists.append(ts, holder, key);
          Lists.append(ts, holder, value);
        } else {
          Dicts.set(ts, holder, key, value);
        }
      }
      callNow(XmlHandler.START_ELEMENT, told, holder);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Override
  public void endElement(String name) {
    try (RootScope _ = ts().roots()) {
      call(XmlHandler.END_ELEMENT, name(name));
    }
  }

  @Override
  public void processingInstruction(String target, String data) {
    try (RootScope _ = ts().roots()) {
      call(XmlHandler.PROCESSING_INSTRUCTION, name(target), text(data));
    }
  }

  @Override
  public void comment(String data) {
    try (RootScope _ = ts().roots()) {
      call(XmlHandler.COMMENT, text(data));
    }
  }

  @Override
  public void startCdata() {
    call(XmlHandler.START_CDATA_SECTION);
  }

  @Override
  public void endCdata() {
    call(XmlHandler.END_CDATA_SECTION);
  }

  @Override
  public void startNamespace(String prefix, String uri) {
    try (RootScope _ = ts().roots()) {
      if (wants(XmlHandler.START_NAMESPACE_DECL)) {
        call(XmlHandler.START_NAMESPACE_DECL, name(prefix), name(uri));
      }
    }
  }

  @Override
  public void endNamespace(String prefix) {
    try (RootScope _ = ts().roots()) {
      if (wants(XmlHandler.END_NAMESPACE_DECL)) {
        call(XmlHandler.END_NAMESPACE_DECL, name(prefix));
      }
    }
  }

  @Override
  public void startDoctype(String name, String systemId, String publicId, boolean subset) {
    try (RootScope _ = ts().roots()) {
      long inside = Word.boxInt(subset ? 1 : 0);
      call(XmlHandler.START_DOCTYPE_DECL, name(name), name(systemId), name(publicId), inside);
    }
  }

  @Override
  public void endDoctype() {
    call(XmlHandler.END_DOCTYPE_DECL);
  }

  @Override
  public void elementDeclaration(String name, ContentModel model) {
    ThreadState ts = ts();
    int mark = ts.rootMark();
    try {
      long shown = model(ts, model);
      ts.root(shown);
      call(XmlHandler.ELEMENT_DECL, name(name), shown);
    } finally {
      ts.rootRelease(mark);
    }
  }

  private long model(ThreadState ts, ContentModel model) {
    int mark = ts.rootMark();
    try {
      long first = ts.rootAddress();
      for (ContentModel child : model.children()) {
        ts.root(model(ts, child));
      }
      long children = Tuples.fromMemory(ts, first, model.children().size());
      ts.root(children);
      long type = Word.boxInt(model.type());
      long quantifier = Word.boxInt(model.quantifier());
      return Tuples.of(ts, type, quantifier, name(model.name()), children);
    } finally {
      ts.rootRelease(mark);
    }
  }

  @Override
  public void attributeDeclaration(
      String element, String name, String type, String value, boolean required) {
    try (RootScope _ = ts().roots()) {
      long must = Word.boxInt(required ? 1 : 0);
      call(XmlHandler.ATTLIST_DECL, name(element), name(name), text(type), text(value), must);
    }
  }

  @Override
  public void entityDeclaration(String name, boolean parameter, XmlEntity entity) {
    try (RootScope _ = ts().roots()) {
      call(
          XmlHandler.ENTITY_DECL,
          name(name),
          Word.boxInt(parameter ? 1 : 0),
          text(entity.text()),
          name(parser.base),
          name(entity.systemId()),
          name(entity.publicId()),
          name(entity.notation()));
    }
  }

  @Override
  public void unparsedEntity(String name, XmlEntity entity) {
    try (RootScope _ = ts().roots()) {
      call(
          XmlHandler.UNPARSED_ENTITY_DECL,
          name(name),
          name(parser.base),
          name(entity.systemId()),
          name(entity.publicId()),
          name(entity.notation()));
    }
  }

  @Override
  public void notation(String name, String systemId, String publicId) {
    try (RootScope _ = ts().roots()) {
      call(XmlHandler.NOTATION_DECL, name(name), name(parser.base), name(systemId), name(publicId));
    }
  }

  @Override
  public void skippedEntity(String name, boolean parameter) {
    try (RootScope _ = ts().roots()) {
      call(XmlHandler.SKIPPED_ENTITY, name(name), Word.boxInt(parameter ? 1 : 0));
    }
  }

  @Override
  public boolean notStandalone() {
    return answers(call(XmlHandler.NOT_STANDALONE));
  }

  @Override
  public boolean externalEntity(String context, String systemId, String publicId) {
    try (RootScope _ = ts().roots()) {
      return answers(
          call(
              XmlHandler.EXTERNAL_ENTITY_REF,
              text(context),
              name(parser.base),
              name(systemId),
              name(publicId)));
    }
  }
}
