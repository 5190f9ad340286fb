package dev.taipan.vm.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The fast variables of a code object.
 *
 * <p>A frame holds one slot for each entry of {@link #slots()}: first the locals, then the cell
 * variables that are not parameters or other locals (those share the local's slot), then the free
 * variables.
 *
 * @param varnames locals, parameters first
 * @param cellvars locals that inner functions use
 * @param freevars variables of enclosing functions
 */
public record Variables(List<String> varnames, List<String> cellvars, List<String> freevars) {
  /** No variables at all. */
  public static final Variables NONE = new Variables(List.of(), List.of(), List.of());

  public Variables {
    varnames = List.copyOf(varnames);
    cellvars = List.copyOf(cellvars);
    freevars = List.copyOf(freevars);
  }

  /** The name of every slot, in order. */
  public List<String> slots() {
    List<String> slots = new ArrayList<>(varnames);
    Set<String> locals = new HashSet<>(varnames);
    for (String cell : cellvars) {
      if (!locals.contains(cell)) {
        slots.add(cell);
      }
    }
    slots.addAll(freevars);
    return List.copyOf(slots);
  }
}
