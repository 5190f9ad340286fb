package dev.taipan.stdlib.xml;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.vm.builtin.Builtin;
import dev.taipan.vm.builtin.BuiltinModule;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Errors;
import dev.taipan.vm.object.Hosts;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Modules;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.object.Tuples;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;

/** {@code pyexpat}. Says that it is the expat whose behaviour it has. */
@BuiltinModule("pyexpat")
public final class ExpatModule {
  private static final String[] MODEL = {
    "CTYPE_EMPTY", "CTYPE_ANY", "CTYPE_MIXED", "CTYPE_NAME", "CTYPE_CHOICE", "CTYPE_SEQ"
  };
  private static final String[] QUANTIFIERS = {"NONE", "OPT", "REP", "PLUS"};
  private static final String[] PARAMETER_ENTITIES = {"NEVER", "UNLESS_STANDALONE", "ALWAYS"};

  private ExpatModule() {}

  /** The constants, types and the two modules inside. */
  public static void fill(ThreadState ts, long namespace) {
    ExpatParser.ERROR.define(ts, namespace);
    Dicts.set(ts, namespace, "error", ExpatParser.ERROR.type(ts).cell());
    long type = StandardLibrary.type(ts, ExpatParserTypeTable.TABLE).cell();
    Dicts.set(ts, namespace, "XMLParserType", type);
    Dicts.set(ts, namespace, "EXPAT_VERSION", Strs.of(ts, "expat_2.5.0"));
    long version = Tuples.of(ts, Word.boxInt(2), Word.boxInt(5), Word.boxInt(0));
    Dicts.set(ts, namespace, "version_info", version);
    Dicts.set(ts, namespace, "native_encoding", Strs.of(ts, "UTF-8"));
    Dicts.set(ts, namespace, "features", features(ts));
    for (int i = 0; i < PARAMETER_ENTITIES.length; i++) {
      String name = "XML_PARAM_ENTITY_PARSING_" + PARAMETER_ENTITIES[i];
      Dicts.set(ts, namespace, name, Word.boxInt(i));
    }
    int mark = ts.rootMark();
    try {
      Dicts.set(ts, namespace, "errors", errors(ts));
      Dicts.set(ts, namespace, "model", model(ts));
    } finally {
      ts.rootRelease(mark);
    }
  }

  private static long features(ThreadState ts) {
    long list = Lists.create(ts, 2);
    long one = Word.boxInt(1);
    Lists.append(ts, list, Tuples.of(ts, Strs.of(ts, "sizeof(XML_Char)"), one));
    Lists.append(ts, list, Tuples.of(ts, Strs.of(ts, "XML_DTD"), Word.boxInt(0)));
    Lists.append(ts, list, Tuples.of(ts, Strs.of(ts, "XML_NS"), Word.boxInt(0)));
    return list;
  }

  private static long errors(ThreadState ts) {
    long module = Modules.create(ts, "pyexpat.errors");
    ts.root(module);
    long namespace = Modules.dict(ts, module);
    long codes = Dicts.create(ts);
    ts.root(codes);
    long messages = Dicts.create(ts);
    ts.root(messages);
    for (XmlFault fault : XmlFault.values()) {
      long text = Strs.of(ts, fault.text());
      long code = Word.boxInt(fault.code());
      Dicts.set(ts, namespace, "XML_ERROR_" + fault.name(), text);
      Dicts.set(ts, codes, text, code);
      Dicts.set(ts, messages, code, text);
    }
    Dicts.set(ts, namespace, "codes", codes);
    Dicts.set(ts, namespace, "messages", messages);
    Dicts.set(
        ts, namespace, "__doc__", Strs.of(ts, "Constants used to describe error conditions."));
    return module;
  }

  private static long model(ThreadState ts) {
    long module = Modules.create(ts, "pyexpat.model");
    ts.root(module);
    long namespace = Modules.dict(ts, module);
    for (int i = 0; i < MODEL.length; i++) {
      Dicts.set(ts, namespace, "XML_" + MODEL[i], Word.boxInt(i + 1L));
    }
    for (int i = 0; i < QUANTIFIERS.length; i++) {
      Dicts.set(ts, namespace, "XML_CQUANT_" + QUANTIFIERS[i], Word.boxInt(i));
    }
    Dicts.set(
        ts,
        namespace,
        "__doc__",
        Strs.of(ts, "Constants used to interpret content model information."));
    return module;
  }

  /** A str argument that may be left out or None. */
  static String optionalText(ThreadState ts, long word, String what) {
    if (word == Word.EMPTY || word == Word.NONE) {
      return null;
    }
    if (!Strs.isStr(ts, word)) {
      throw Errors.typeError(
          ts, "%s must be str or None, not %s", what, ts.runtime().typeOf(word).name());
    }
    return Strs.toJava(word);
  }

  @Builtin("ParserCreate(encoding=None, namespace_separator=None, intern=)")
  static long parserCreate(ThreadState ts, long encoding, long separator, long intern) {
    String name = optionalText(ts, encoding, "ParserCreate() argument 'encoding'");
    String between = optionalText(ts, separator, "ParserCreate() argument 'namespace_separator'");
    if (between != null && between.length() > 1) {
      throw Errors.valueError(
          ts, "namespace_separator must be at most one character, omitted, or None");
    }
    if (intern != Word.EMPTY && intern != Word.NONE && !Dicts.isDict(ts, intern)) {
      throw Errors.typeError(ts, "intern must be a dictionary");
    }
    long names = intern == Word.EMPTY ? Dicts.create(ts) : intern;
    XmlNamespaces namespaces = between == null ? null : new XmlNamespaces(between);
    return Hosts.create(
        ts,
        StandardLibrary.type(ts, ExpatParserTypeTable.TABLE),
        new ExpatParser(name, namespaces, names));
  }

  @Builtin("ErrorString(code, /)")
  static long errorString(ThreadState ts, int code) {
    XmlFault fault = XmlFault.of(code);
    return fault == null ? Word.NONE : Strs.of(ts, fault.text());
  }
}
