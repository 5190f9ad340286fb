package dev.taipan.stdlib.regex;

import dev.taipan.vm.builtin.BuiltinType;

/** What {@code _sre.template} gives; a script does nothing with it. */
@BuiltinType(name = "SRE_Template", module = "_sre", subclassable = false)
final class TemplateType {
  private TemplateType() {}
}
