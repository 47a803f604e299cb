import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites the classes of jars so that they start faster: {@code java -cp JARS bin/StaticCallSites.java JAR...}
 *
 * <p>javac makes of a switch over patterns, and of {@code equals}, {@code hashCode} and {@code toString} of a record, a call site that
 * writes its code when it first runs. A start-up cache (JEP 514, JDK 25) keeps such code for lambdas only, so every start would write it
 * again: a third of its time. Here the same code is written once, as ordinary methods. What is computed stays the same.
 */
final class StaticCallSites {
  private static final ClassDesc PATTERN_SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final ClassDesc RECORD_METHODS = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final ClassDesc BUILDER = ClassDesc.of("java.lang.StringBuilder");
  private static final MethodTypeDesc EQUAL =
      MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);

  /** A switch over types: the index of the first label, from a given one on, that is the type of a value. */
  private record TypeSwitch(String method, ClassDesc value, List<ClassDesc> labels) {
    MethodTypeDesc type() {
      return MethodTypeDesc.of(ConstantDescs.CD_int, value, ConstantDescs.CD_int);
    }
  }

  private record Component(String name, ClassDesc type) {}

  private final ClassModel model;
  private final ClassDesc self;
  private final List<TypeSwitch> switches = new ArrayList<>();

  private StaticCallSites(ClassModel model) {
    this.model = model;
    this.self = model.thisClass().asSymbol();
  }

  public static void main(String[] jars) throws IOException {
    for (var jar : jars) {
      rewrite(Path.of(jar));
    }
  }

  private static void rewrite(Path jar) throws IOException {
    var rewritten = Path.of(jar + ".new");
    try (var in = new ZipInputStream(Files.newInputStream(jar));
        var out = new ZipOutputStream(Files.newOutputStream(rewritten))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var bytes = in.readAllBytes();
        boolean hasCode = entry.getName().endsWith(".class") && !entry.getName().endsWith("-info.class");
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(hasCode ? new StaticCallSites(ClassFile.of().parse(bytes)).rewritten() : bytes);
        out.closeEntry();
      }
    }
    Files.move(rewritten, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private byte[] rewritten() {
    var bodies =
        ClassTransform.transformingMethodBodies(
            (builder, element) -> {
              if (!(element instanceof InvokeDynamicInstruction site) || !replaced(site, builder)) {
                builder.with(element);
              }
            });
    return ClassFile.of()
        .transformClass(
            model,
            bodies.andThen(
                ClassTransform.endHandler(
                    builder ->
                        switches.forEach(
                            s ->
                                builder.withMethodBody(
                                    s.method(),
                                    s.type(),
                                    ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                                    code -> body(s, code))))));
  }

  private boolean replaced(InvokeDynamicInstruction site, CodeBuilder code) {
    var bootstrap = site.bootstrapMethod();
    if (bootstrap.owner().equals(PATTERN_SWITCHES) && bootstrap.methodName().equals("typeSwitch")) {
      return replacedSwitch(site, code);
    }
    return bootstrap.owner().equals(RECORD_METHODS) && replacedRecordMethod(site, code);
  }

  private boolean replacedSwitch(InvokeDynamicInstruction site, CodeBuilder code) {
    var labels = new ArrayList<ClassDesc>();
    for (var label : site.bootstrapArgs()) {
      if (!(label instanceof ClassDesc type)) {
        return false;
      }
      labels.add(type);
    }
    var made = new TypeSwitch("typeSwitch$" + switches.size(), site.typeSymbol().parameterType(0), labels);
    switches.add(made);
    code.invokestatic(self, made.method(), made.type(), model.flags().has(AccessFlag.INTERFACE));
    return true;
  }

  private static void body(TypeSwitch s, CodeBuilder code) {
    var present = code.newLabel();
    code.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
    for (int i = 0; i < s.labels().size(); i++) {
      var next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      code.aload(0).instanceOf(s.labels().get(i)).ifeq(next);
      code.loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(s.labels().size()).ireturn();
  }

  /** The arguments of the call site are on the stack, and still in the variables they came from: this in 0, the other in 1. */
  private boolean replacedRecordMethod(InvokeDynamicInstruction site, CodeBuilder code) {
    var components = new ArrayList<Component>();
    for (var getter : site.bootstrapArgs().subList(2, site.bootstrapArgs().size())) {
      var field = (DirectMethodHandleDesc) getter;
      components.add(new Component(field.methodName(), field.invocationType().returnType()));
    }
    if (components.stream().anyMatch(component -> isRare(component.type()))) {
      return false;
    }
    switch (site.name().stringValue()) {
      case "hashCode" -> hashCode(components, code.pop());
      case "equals" -> equals(components, code.pop2());
      case "toString" -> toString(components, code.pop());
      default -> throw new IllegalStateException("a record has no " + site.name().stringValue());
    }
    return true;
  }

  /** Types that nobody gives to a component here, and whose methods differ in detail. */
  private static boolean isRare(ClassDesc type) {
    return "BSF".contains(type.descriptorString());
  }

  private void hashCode(List<Component> components, CodeBuilder code) {
    code.iconst_0();
    for (var component : components) {
      var type = component.type();
      code.bipush(31).imul().aload(0).getfield(self, component.name(), type);
      if (type.isPrimitive()) {
        code.invokestatic(boxed(type), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, type));
      } else {
        code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
      }
      code.iadd();
    }
  }

  private void equals(List<Component> components, CodeBuilder code) {
    int other = 2;
    var different = code.newLabel();
    var end = code.newLabel();
    code.aload(1).instanceOf(self).ifeq(different).aload(1).checkcast(self).astore(other);
    for (var component : components) {
      var type = component.type();
      code.aload(0).getfield(self, component.name(), type).aload(other).getfield(self, component.name(), type);
      if (type.isPrimitive()) {
        code.invokestatic(boxed(type), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type)).ifne(different);
      } else {
        code.invokestatic(OBJECTS, "equals", EQUAL).ifeq(different);
      }
    }
    code.iconst_1().goto_(end).labelBinding(different).iconst_0().labelBinding(end);
  }

  private void toString(List<Component> components, CodeBuilder code) {
    var name = self.displayName();
    code.new_(BUILDER).dup().invokespecial(BUILDER, "<init>", ConstantDescs.MTD_void);
    append(name.substring(name.lastIndexOf('$') + 1) + "[", code);
    for (int i = 0; i < components.size(); i++) {
      var type = components.get(i).type();
      append((i == 0 ? "" : ", ") + components.get(i).name() + "=", code);
      code.aload(0).getfield(self, components.get(i).name(), type);
      code.invokevirtual(
          BUILDER, "append", MethodTypeDesc.of(BUILDER, type.isPrimitive() ? type : ConstantDescs.CD_Object));
    }
    append("]", code);
    code.invokevirtual(BUILDER, "toString", MethodTypeDesc.of(ConstantDescs.CD_String));
  }

  private static void append(String text, CodeBuilder code) {
    code.loadConstant(text).invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, ConstantDescs.CD_String));
  }

  private static ClassDesc boxed(ClassDesc primitive) {
    return switch (primitive.descriptorString()) {
      case "Z" -> ConstantDescs.CD_Boolean;
      case "C" -> ConstantDescs.CD_Character;
      case "I" -> ConstantDescs.CD_Integer;
      case "J" -> ConstantDescs.CD_Long;
      case "D" -> ConstantDescs.CD_Double;
      default -> throw new IllegalStateException("a component of type " + primitive.displayName());
    };
  }
}
