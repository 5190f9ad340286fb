package dev.taipan.vm.compile;

import dev.taipan.vm.ast.ConstantValue;
import dev.taipan.vm.ast.Span;
import dev.taipan.vm.code.CodeBlueprint;
import dev.taipan.vm.code.CodeConstant;
import dev.taipan.vm.code.Op;
import dev.taipan.vm.code.Signature;
import dev.taipan.vm.code.Variables;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A code object being generated: its blocks so far, its tables and what encloses the cursor. */
final class Unit {
  private static final int MAX_FRAME_BLOCKS = 20;

  final UnitKind kind;
  final String name;
  final Scope scope;
  final Unit outer;
  final int firstLine;
  String qualname;
  String privateName;
  Signature signature = Signature.NONE;

  /** Names a module or class keeps in fast slots while a comprehension runs inline. */
  final Set<String> hiddenFast = new HashSet<>();

  /** How many inline comprehensions enclose the cursor. */
  int inlineDepth;

  /** Where the body of a generator sends its exceptions, null in other code. */
  Block stopIterationHandler;

  private final Deque<FrameBlock> frameBlocks = new ArrayDeque<>();
  private final Map<ConstantValue, Integer> constantIndex = new HashMap<>();
  private final List<CodeConstant> constants = new ArrayList<>();
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private final Set<String> locals = new LinkedHashSet<>();
  private final List<String> cells;
  private final List<String> frees;
  private final Block entry = new Block();
  private Block current = entry;

  Unit(UnitKind kind, String name, Scope scope, Unit outer, int firstLine) {
    this.kind = kind;
    this.name = name;
    this.scope = scope;
    this.outer = outer;
    this.firstLine = firstLine;
    this.privateName = outer == null ? null : outer.privateName;
    locals.addAll(scope.parameters);
    cells = sorted(scope, Resolution.CELL, Symbol.COMP_CELL);
    frees = sorted(scope, Resolution.FREE, Symbol.FREE_CLASS);
    if (scope.needsClassClosure) {
      cells.addFirst(ScopeNames.CLASS_CELL);
    }
    if (scope.needsClassDict) {
      cells.add(ScopeNames.CLASS_DICT);
    }
  }

  private static List<String> sorted(Scope scope, Resolution resolution, int flag) {
    List<String> found = new ArrayList<>();
    scope.symbols.forEach(
        (symbolName, symbol) -> {
          if (symbol.resolution() == resolution || symbol.has(flag)) {
            found.add(symbolName);
          }
        });
    found.sort(null);
    return found;
  }

  Block entry() {
    return entry;
  }

  Variables variables() {
    return new Variables(List.copyOf(locals), cells, frees);
  }

  List<String> frees() {
    return frees;
  }

  List<String> cells() {
    return cells;
  }

  List<CodeConstant> constants() {
    return constants;
  }

  List<String> names() {
    return List.copyOf(names.keySet());
  }

  // Blocks and instructions.

  /** Makes a block the place where instructions go. */
  void use(Block block) {
    current.next = block;
    current = block;
  }

  Instr emit(int op, int arg, Span span) {
    if (current.isClosed()) {
      use(new Block());
    }
    Instr instr = new Instr(op, arg, span);
    current.instrs.add(instr);
    return instr;
  }

  void emit(int op, Span span) {
    emit(op, 0, span);
  }

  void jump(int op, Block target, Span span) {
    emit(op, 0, span).target = target;
  }

  void variable(int op, Instr.Slot slot, String variable, Span span) {
    Instr instr = emit(op, 0, span);
    instr.variable = variable;
    instr.slot = slot;
    if (slot == Instr.Slot.LOCAL) {
      locals.add(variable);
    }
  }

  void constant(ConstantValue value, Span span) {
    emit(Op.LOAD_CONST, constantIndex(value), span);
  }

  void none(Span span) {
    constant(ConstantValue.Singleton.NONE, span);
  }

  /** Makes a tuple of the values on top; at once if they are all constants. */
  void buildTuple(int count, Span span) {
    List<Instr> instrs = current.instrs;
    List<ConstantValue> values = new ArrayList<>();
    for (int i = Math.max(0, instrs.size() - count); i < instrs.size(); i++) {
      Instr instr = instrs.get(i);
      if (instr.is(Op.LOAD_CONST) && constants.get(instr.arg) instanceof CodeConstant.Value v) {
        values.add(v.value());
      }
    }
    if (values.size() < count || count == 0) {
      emit(Op.BUILD_TUPLE, count, span);
      return;
    }
    instrs.subList(instrs.size() - count, instrs.size()).clear();
    constant(new ConstantValue.TupleValue(values), span);
  }

  void code(CodeBlueprint code, Span span) {
    constants.add(new CodeConstant.Code(code)); // never shared: each has its own position
    emit(Op.LOAD_CONST, constants.size() - 1, span);
  }

  int constantIndex(ConstantValue value) {
    return constantIndex.computeIfAbsent(
        value,
        v -> {
          constants.add(new CodeConstant.Value(v));
          return constants.size() - 1;
        });
  }

  /** The number of a name that is not a fast variable, mangled already. */
  int nameIndex(String mangled) {
    Integer known = names.putIfAbsent(mangled, names.size());
    return known == null ? names.size() - 1 : known;
  }

  String mangle(String plain) {
    return Mangling.mangle(privateName, plain);
  }

  // Enclosing constructs.

  void push(FrameBlock block, Span span) {
    if (frameBlocks.size() >= MAX_FRAME_BLOCKS) {
      throw CompileError.at(span, "too many statically nested blocks");
    }
    frameBlocks.push(block);
  }

  FrameBlock pop() {
    return frameBlocks.pop();
  }

  void restore(FrameBlock block) {
    frameBlocks.push(block);
  }

  FrameBlock innermost() {
    return frameBlocks.peek();
  }

  boolean isGeneratorLike() {
    return scope.generator || scope.coroutine;
  }
}
