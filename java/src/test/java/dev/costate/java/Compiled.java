package dev.costate.java;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java text compiled in memory with the annotation processor, for tests. */
final class Compiled {
  private final List<Diagnostic<? extends JavaFileObject>> diagnostics;
  private final Map<String, String> written;
  private final ClassLoader loader;

  private Compiled(
      List<Diagnostic<? extends JavaFileObject>> diagnostics,
      Map<String, String> written,
      Map<String, byte[]> classes) {
    this.diagnostics = diagnostics;
    this.written = written;
    this.loader = new Loader(classes);
  }

  /** Compiles classes, given by their names without packages. */
  static Compiled of(Map<String, String> texts) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    var manager =
        new InMemory(
            compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8));
    var sources = new ArrayList<JavaFileObject>();
    texts.forEach((name, text) -> sources.add(new Text(name, text)));
    var options =
        List.of(
            "-Xlint:all,-lossy-conversions,-fallthrough",
            "-parameters",
            "-classpath",
            System.getProperty("java.class.path"));
    var task = compiler.getTask(null, manager, diagnostics, options, null, sources);
    task.setProcessors(List.of(new DifferentiableProcessor()));
    boolean _ = task.call();
    var written = new TreeMap<String, String>();
    manager.written.forEach((name, text) -> written.put(name, text.text()));
    var classes = new TreeMap<String, byte[]>();
    manager.classes.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    return new Compiled(diagnostics.getDiagnostics(), written, classes);
  }

  /** Compiles one class, with the imports that annotated classes have. */
  static Compiled of(String name, String body) {
    return of(Map.of(name, withImports(body)));
  }

  static String withImports(String body) {
    return "import dev.costate.runtime.annotation.Constant; "
        + "import dev.costate.runtime.annotation.Differentiable; "
        + body;
  }

  /** Errors and warnings: {@code file:line:column: message}, one after the other. */
  String problems() {
    return diagnostics.stream()
        .filter(d -> d.getKind() != Diagnostic.Kind.NOTE)
        .map(d ->
            file(d)
                + d.getLineNumber()
                + ":"
                + d.getColumnNumber()
                + ": "
                + d.getMessage(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }

  /** The file of a problem, if it has one. */
  private static String file(Diagnostic<? extends JavaFileObject> of) {
    var source = of.getSource();
    return source == null ? "" : source.getName().substring(1) + ":";
  }

  /** The text of a class that the processor wrote. */
  String written(String name) {
    return written.getOrDefault(name, "");
  }

  /** This, if nothing was wrong with it. */
  Compiled clean() {
    if (!problems().isEmpty()) {
      throw new AssertionError(problems());
    }
    return this;
  }

  Method method(String type, String name) {
    try {
      var found =
          Arrays.stream(Class.forName(type, true, loader).getDeclaredMethods())
              .filter(method -> method.getName().equals(name))
              .filter(method -> !method.isSynthetic())
              .findFirst()
              .orElseThrow(() -> new AssertionError("no method " + name + "\n" + written(type)));
      found.setAccessible(true);
      return found;
    } catch (ClassNotFoundException e) {
      throw new AssertionError(problems(), e);
    }
  }

  /** What a method gives; what it throws is thrown here. */
  Object call(String type, String name, Object... arguments) {
    return call(method(type, name), arguments);
  }

  static Object call(Method method, Object... arguments) {
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw sneaky(e.getCause());
    } catch (IllegalAccessException e) {
      throw new LinkageError(method.toString(), e);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }

  /** The component of a record. */
  static Object component(Object of, String name) {
    try {
      var accessor = of.getClass().getDeclaredMethod(name);
      accessor.setAccessible(true);
      return accessor.invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(of.toString(), e);
    }
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String name, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** A source file that is written. */
  private static final class Written extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Written(String name) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text();
    }

    String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }

  private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> classes = new TreeMap<>();
    private final Map<String, Written> written = new TreeMap<>();

    InMemory(JavaFileManager manager) {
      super(manager);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      if (kind == JavaFileObject.Kind.SOURCE) {
        return written.computeIfAbsent(name, Written::new);
      }
      var bytes = new ByteArrayOutputStream();
      classes.put(name, bytes);
      return new SimpleJavaFileObject(URI.create("bytes:///" + name + ".class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          return bytes;
        }
      };
    }
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(Compiled.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      var bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
