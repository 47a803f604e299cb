package dev.costate.program.emit;

import dev.costate.program.Program;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes the class of a program: the methods of its functions, and {@link Code#enter}, which
 * chooses among them.
 */
record ClassWriter(Program program, Plan plan) implements Consumer<ClassBuilder> {
  private static final int STATIC = ClassFile.ACC_STATIC;

  /** So many functions are chosen from in one method. */
  private static final int PAGE = 1_000;

  byte[] write() {
    return ClassFile.of().build(Types.GENERATED, this);
  }

  @Override
  public void accept(ClassBuilder type) {
    type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
    type.withInterfaceSymbols(Types.CODE);
    if (!program.functions().isEmpty()) {
      type.with(
          SourceFileAttribute.of(program.functions().getFirst().origin().place().source().name()));
    }
    type.withField("TABLES", Types.DOUBLES.arrayType(), STATIC | ClassFile.ACC_FINAL);
    type.withMethodBody(
        ConstantDescs.CLASS_INIT_NAME, ConstantDescs.MTD_void, STATIC, new Initializer());
    type.withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, 0, new Constructor());
    for (var function : program.functions()) {
      function(type, FunctionPlan.of(function, plan));
    }
    int pages = Math.ceilDiv(program.functions().size(), PAGE);
    type.withMethodBody("enter", Types.ENTER, ClassFile.ACC_PUBLIC, new Pages(pages));
    for (int page = 0; page < pages; page++) {
      type.withMethodBody("enter$" + page, Types.ENTER, STATIC, new Page(program, plan, page));
    }
  }

  private void function(ClassBuilder type, FunctionPlan function) {
    var convention = function.convention();
    type.withMethodBody(
        convention.name(), convention.descriptor(), STATIC, new Writers.Main(plan, function));
    type.withMethodBody(
        bridge(convention), Types.BRIDGE, STATIC, new Writers.Bridge(plan, convention));
    for (var piece : function.partition().pieces()) {
      type.withMethodBody(
          function.pieceName(piece.number()),
          function.pieceDescriptor(Types.INT),
          STATIC,
          new Writers.Piece(plan, function, piece));
    }
    for (var value : function.partition().values()) {
      type.withMethodBody(
          function.pieceName(value.number()),
          function.pieceDescriptor(Types.of(value.expression().kind())),
          STATIC,
          new Writers.Value(plan, function, value));
    }
    for (var fill : function.partition().fills()) {
      type.withMethodBody(
          function.pieceName(fill.number()),
          function.pieceDescriptor(Types.VOID, Types.DOUBLES),
          STATIC,
          new Writers.Fill(plan, function, fill));
    }
  }

  private static String bridge(Convention convention) {
    return convention.name() + "$enter";
  }

  private record Constructor() implements Consumer<CodeBuilder> {
    @Override
    public void accept(CodeBuilder code) {
      code.aload(0);
      code.invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
      code.return_();
    }
  }

  private record Initializer() implements Consumer<CodeBuilder> {
    @Override
    public void accept(CodeBuilder code) {
      var tables = Types.DOUBLES.arrayType();
      code.invokestatic(Types.HANDOVER, "tables", MethodTypeDesc.of(tables));
      code.putstatic(Types.GENERATED, "TABLES", tables);
      code.new_(Types.GENERATED);
      code.dup();
      code.invokespecial(Types.GENERATED, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
      code.invokestatic(Types.HANDOVER, "accept", MethodTypeDesc.of(Types.VOID, Types.CODE));
      code.return_();
    }
  }

  /** Chooses the page of a function. */
  private record Pages(int pages) implements Consumer<CodeBuilder> {
    @Override
    public void accept(CodeBuilder code) {
      var names = new ArrayList<String>();
      for (int page = 0; page < pages; page++) {
        names.add("enter$" + page);
      }
      code.iload(1);
      code.loadConstant(PAGE);
      code.idiv();
      choose(
          code,
          names,
          name -> {
            code.iload(1);
            code.loadConstant(PAGE);
            code.irem();
            passOn(code, 2);
            code.invokestatic(Types.GENERATED, name, Types.ENTER);
          });
    }
  }

  /** Chooses a function of a page. */
  private record Page(Program program, Plan plan, int page) implements Consumer<CodeBuilder> {
    @Override
    public void accept(CodeBuilder code) {
      var functions = program.functions();
      var names = new ArrayList<String>();
      for (int i = page * PAGE; i < Math.min(functions.size(), (page + 1) * PAGE); i++) {
        names.add(bridge(plan.convention(functions.get(i))));
      }
      code.iload(0);
      choose(
          code,
          names,
          name -> {
            passOn(code, 1);
            code.invokestatic(Types.GENERATED, name, Types.BRIDGE);
          });
    }
  }

  /** Pushes the arguments of {@link Code#enter} behind the first, from a slot on. */
  private static void passOn(CodeBuilder code, int slot) {
    for (int i = 0; i < 4; i++) {
      code.aload(slot + i);
    }
    code.iload(slot + 4);
  }

  private static void choose(CodeBuilder code, List<String> names, Consumer<String> call) {
    if (names.isEmpty()) { // a switch without cases is none that the JVM takes
      code.pop();
      code.return_();
      return;
    }
    var none = code.newLabel();
    var cases = new ArrayList<SwitchCase>();
    for (int i = 0; i < names.size(); i++) {
      cases.add(SwitchCase.of(i, code.newLabel()));
    }
    code.tableswitch(none, cases);
    for (int i = 0; i < names.size(); i++) {
      code.labelBinding(cases.get(i).target());
      call.accept(names.get(i));
      code.return_();
    }
    code.labelBinding(none);
    code.return_();
  }
}
