package dev.taipan.vm.spi;

import java.util.List;
import java.util.Map;

/**
 * How a program was started, for {@code sys}.
 *
 * @param arguments {@code sys.argv}
 * @param firstPath the first entry of {@code sys.path}, null for none
 * @param extra {@code -X} options; a name without a value has "True"
 * @param flags the letters of the other options, once for each time that one was given
 * @param warnings what {@code -W} and {@code PYTHONWARNINGS} say
 * @param original the whole command line, the program first
 */
public record Startup(
    List<String> arguments,
    String firstPath,
    Map<String, String> extra,
    String flags,
    List<String> warnings,
    List<String> original) {}
