package dev.costate.program.java;

import static java.util.Comparator.comparingInt;

import dev.costate.program.Program;
import dev.costate.program.run.Value;
import dev.costate.runtime.Erf;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.tools.DiagnosticCollector;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Programs printed as Java and compiled by javac, all in one go, for tests: what a function gives
 * when it is called as users call it.
 */
public final class CompiledJava {
  private final Map<String, String> texts = new HashMap<>();
  private Map<String, byte[]> classes = Map.of();
  private ClassLoader loader = CompiledJava.class.getClassLoader();

  /** Adds a program to what will be compiled; gives the name of its class. */
  public String add(Program program, Set<String> entries) {
    var name = "Printed" + texts.size();
    return add(name, JavaClass.text(program, entries, name, "Printed by a test."));
  }

  /** Adds the text of a class. */
  public String add(String name, String text) {
    texts.put(name, text);
    return name;
  }

  public String text(String className) {
    return texts.getOrDefault(className, "");
  }

  /** Compiles what was added; nothing may be wrong with it. */
  public void compile() {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    var standard =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
    var manager = new InMemory(standard);
    var sources = texts.entrySet().stream().map(e -> new Text(e.getKey(), e.getValue())).toList();
    var options =
        List.of(
            "-proc:none",
            "--release",
            "17",
            "-Xlint:all,-serial,-overloads",
            "-classpath",
            Path.of(Erf.class.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toString());
    boolean done = compiler.getTask(null, manager, diagnostics, options, null, sources).call();
    if (!done || !diagnostics.getDiagnostics().isEmpty()) {
      var first = diagnostics.getDiagnostics().getFirst();
      var source = first.getSource();
      throw new AssertionError(
          first + "\n" + (source instanceof Text text ? text.getCharContent(true) : ""));
    }
    classes = manager.classes();
    loader = new Loader(classes);
  }

  /** What a function gives; what it throws is thrown here. */
  public List<Value> call(String className, String function, List<Value> arguments) {
    try {
      var type = Class.forName(className, true, loader);
      var method = method(type, function);
      var given = arguments.stream().map(CompiledJava::object).toArray();
      var before = Arrays.deepToString(given);
      var result = method.invoke(null, given);
      if (!Arrays.deepToString(given).equals(before)) {
        throw new AssertionError(function + " changed its arguments:\n" + text(className));
      }
      return values(result);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new AssertionError(text(className), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(text(className), e);
    }
  }

  /** The method of a function: its name may have {@code _} appended. */
  private static Method method(Class<?> type, String function) {
    var plain = withoutEnd(function);
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> withoutEnd(method.getName()).equals(plain))
        .min(comparingInt(method -> Math.abs(method.getName().length() - function.length())))
        .orElseThrow(() -> new AssertionError("no method " + function));
  }

  private static String withoutEnd(String name) {
    return name.replaceAll("_+$", "");
  }

  private static Object object(Value value) {
    return switch (value) {
      case Value.Number(double number) -> number;
      case Value.Truth(boolean truth) -> truth;
      case Value.Vector vector -> vector.elements();
      case Value.Matrix matrix -> {
        var rows = new double[matrix.rows()][];
        for (int i = 0; i < rows.length; i++) {
          int columns = matrix.columns();
          rows[i] = Arrays.copyOfRange(matrix.elements(), i * columns, (i + 1) * columns);
        }
        yield rows;
      }
    };
  }

  private static List<Value> values(Object result) throws ReflectiveOperationException {
    if (!(result instanceof Record)) {
      return List.of(value(result));
    }
    var values = new ArrayList<Value>();
    for (RecordComponent component : result.getClass().getRecordComponents()) {
      values.add(value(component.getAccessor().invoke(result)));
    }
    return values;
  }

  private static Value value(Object object) {
    return switch (object) {
      case Double number -> Value.of(number);
      case Boolean truth -> Value.of(truth);
      case double[] vector -> new Value.Vector(vector);
      case double[][] rows -> {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        var elements = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        yield new Value.Matrix(rows.length, columns, elements);
      }
      default -> throw new AssertionError("no value: " + object.getClass());
    };
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String name, String text) {
      super(URI.create("string:///" + name + Kind.SOURCE.extension), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

    InMemory(JavaFileManager manager) {
      super(manager);
    }

    Map<String, byte[]> classes() {
      var all = new HashMap<String, byte[]>();
      written.forEach((name, bytes) -> all.put(name, bytes.toByteArray()));
      return all;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location,
        String className,
        JavaFileObject.Kind kind,
        javax.tools.FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("bytes:///" + className), kind) {
        @Override
        public OutputStream openOutputStream() {
          return written.computeIfAbsent(className, _ -> new ByteArrayOutputStream());
        }
      };
    }
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(CompiledJava.class.getClassLoader());
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
