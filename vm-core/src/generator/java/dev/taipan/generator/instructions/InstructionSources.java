package dev.taipan.generator.instructions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the definition files of a module and gives the sources that follow from them. */
public final class InstructionSources {
  private InstructionSources() {}

  /** File name (under the source root) to content; empty if the module defines no instructions. */
  public static Map<String, String> of(Path module) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    Path folder = module.resolve("src/main/instructions");
    if (!Files.isDirectory(folder)) {
      return sources;
    }
    Definitions definitions = read(folder);
    sources.put("dev/taipan/vm/code/Op.java", new OpWriter(definitions).write());
    sources.put("dev/taipan/vm/code/Uops.java", new UopTableWriter(definitions).write());
    var loops = new LoopWriter(definitions);
    String folderOfLoops = "dev/taipan/vm/interp/";
    sources.put(folderOfLoops + "InterpreterLoop.java", loops.interpreter());
    sources.put(folderOfLoops + "PlainLoop.java", loops.plain());
    sources.put(folderOfLoops + "TracingLoop.java", loops.tracing());
    sources.put(folderOfLoops + "ColdLoop.java", loops.cold());
    sources.put(folderOfLoops + "UopBodies.java", loops.uops());
    return sources;
  }

  static Definitions read(Path folder) throws IOException {
    var definitions = new Definitions();
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(f -> f.toString().endsWith(".inst")).sorted().toList();
    }
    for (Path file : files) {
      var scanner = new Scanner(file.getFileName().toString(), Files.readString(file));
      new DefinitionParser(scanner, definitions).parse();
    }
    definitions.check();
    return definitions;
  }
}
