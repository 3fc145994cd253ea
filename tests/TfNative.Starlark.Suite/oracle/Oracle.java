import java.io.*; import java.nio.charset.StandardCharsets; import java.nio.file.*; import java.util.*;
import net.starlark.java.eval.*; import net.starlark.java.eval.Module; import net.starlark.java.syntax.*;
/** Reads programs separated by lines "---" from a file; prints for each what it printed and how it ended, as "| " lines. */
public class Oracle {
  public static void main(String[] a) throws Exception {
    String all = new String(Files.readAllBytes(Paths.get(a[0])), StandardCharsets.UTF_8);
    PrintStream out = new PrintStream(new FileOutputStream(a[1]), false, "UTF-8");
    for (String chunk : all.split("\n---\n")) {
      StringBuilder text = new StringBuilder();
      try {
        StarlarkSemantics semantics = StarlarkSemantics.DEFAULT;
        Module module = Module.withPredeclared(semantics, new HashMap<>());
        FileOptions options = FileOptions.builder().allowToplevelRebinding(true).build();
        try (Mutability mu = Mutability.create("test")) {
          StarlarkThread thread = new StarlarkThread(mu, semantics);
          thread.setPrintHandler((t, m) -> text.append("p ").append(m.replace("\n", "\\n")).append("\n"));
          thread.setMaxExecutionSteps(10000000);
          Starlark.execFile(ParserInput.fromString(chunk + "\n", "f"), options, module, thread);
        }
      } catch (SyntaxError.Exception e) { for (SyntaxError s : e.errors()) text.append("s ").append(s.location().line()).append(":").append(s.location().column()).append(" ").append(s.message().replace("\n","\\n")).append("\n"); }
      catch (EvalException e) { text.append("e ").append(e.getMessage().replace("\n","\\n")).append("\n"); }
      catch (Throwable e) { text.append("x ").append(e).append("\n"); }
      out.print(text); out.print("---\n");
    }
    out.close();
  }
}
