package dev.costate.java.read;

import static dev.costate.program.Operation.*;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import dev.costate.program.Expression;
import dev.costate.program.Kind;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads arrays. Programs count their elements from 1, Java from 0. */
final class ArrayReading {
  private final Body body;
  private final Unit unit;
  private final Expressions expressions;

  ArrayReading(Body body, Expressions expressions) {
    this.body = body;
    this.unit = body.unit();
    this.expressions = expressions;
  }

  private Refused refuse(Tree tree, String message, String hint) {
    return unit.problems().refuse(tree, message, hint);
  }

  /** An array element as something to read and to write. */
  record Element(Variable array, List<Expression> indices, Type type) {
    Value value(Make make) {
      var parts = new ArrayList<Expression>();
      parts.add(make.read(array));
      parts.addAll(indices);
      return Value.of(
          make.number(
              indices.size() == 1 ? ELEMENT : ELEMENT_MATRIX, parts.toArray(Expression[]::new)),
          type);
    }

    Target target() {
      return new Target.Element(array, indices);
    }
  }

  /** An element that is read. */
  Value element(ArrayAccessTree access) {
    return place(access, List.of()).value(unit.make(access));
  }

  /**
   * Where an element is.
   *
   * @param later what is computed between the indices and the use of the element
   */
  Element place(ArrayAccessTree access, List<? extends ExpressionTree> later) {
    var array = Unit.plain(access.getExpression());
    if (array instanceof ArrayAccessTree row) {
      var matrix = variable(row.getExpression());
      if (matrix.value().type() != Type.MATRIX) {
        throw refuse(access, "this array is not differentiable", "use double[] or double[][]");
      }
      var i = index(row.getIndex(), join(List.of(access.getIndex()), later));
      var j = index(access.getIndex(), later);
      return new Element(matrix.variable(), List.of(i, j), Type.DOUBLE);
    }
    var local = variable(array);
    var type = local.value().type();
    if (type == Type.MATRIX) {
      throw refuse(
          access,
          "a row of a matrix as an array of its own is not differentiable",
          "name its elements: '%s[i][j]'".formatted(array));
    }
    if (!type.isArray()) {
      throw refuse(access, "this array is not differentiable", "use double[] or double[][]");
    }
    return new Element(local.variable(), List.of(index(access.getIndex(), later)), type.element());
  }

  private static List<ExpressionTree> join(
      List<? extends ExpressionTree> first, List<? extends ExpressionTree> then) {
    var all = new ArrayList<ExpressionTree>(first);
    all.addAll(then);
    return all;
  }

  private Expression index(ExpressionTree tree, List<? extends ExpressionTree> later) {
    var index = expressions.kept(expressions.value(tree), later);
    if (!index.type().isWhole() || index.type() == Type.LONG) {
      throw refuse(tree, "an index is an int", "");
    }
    return Integers.shifted(unit.make(tree), index.expression(), 1);
  }

  /** The local that an array is named by. */
  Body.Local variable(ExpressionTree tree) {
    var plain = Unit.plain(tree);
    if (plain instanceof IdentifierTree) {
      var element = unit.variable(plain);
      if (element.isPresent()) {
        return body.local(plain, element.get());
      }
    }
    throw refuse(tree, "this array has no name", "store it in a variable first");
  }

  /** {@code a.length}, {@code m[i].length}. */
  Value length(MemberSelectTree select) {
    var make = unit.make(select);
    var array = Unit.plain(select.getExpression());
    if (array instanceof ArrayAccessTree row) {
      var matrix = variable(row.getExpression());
      if (body.effects().needsStatements(row.getIndex())) {
        throw refuse(row.getIndex(), "this index has an effect", "compute it before");
      }
      return new Value(make.number(COLUMNS, make.read(matrix.variable())), Type.INT, Interval.SIZE);
    }
    var local = variable(array);
    var operation = local.value().type() == Type.MATRIX ? ROWS : LENGTH;
    return new Value(make.number(operation, make.read(local.variable())), Type.INT, Interval.SIZE);
  }

  /** {@code a.clone()}: arrays are values, so that it is the array itself. */
  Value copy(ExpressionTree tree) {
    var local = variable(tree);
    if (local.value().type() == Type.MATRIX) {
      throw refuse(
          tree,
          "the clone of a matrix shares its rows",
          "copy the elements in loops over rows and columns");
    }
    return local.value().with(unit.make(tree).read(local.variable()));
  }

  /** A new array. */
  Value made(NewArrayTree tree) {
    var type = unit.type(tree);
    if (!type.isArray()) {
      throw refuse(
          tree, "arrays of this type are not differentiable", "use double[], int[] or double[][]");
    }
    return tree.getInitializers() == null ? zeros(tree, type) : elements(tree, type);
  }

  private Value zeros(NewArrayTree tree, Type type) {
    var make = unit.make(tree);
    var sizes = tree.getDimensions();
    var values = expressions.all(sizes, Collections.nCopies(sizes.size(), Type.INT));
    if (type == Type.MATRIX && sizes.size() == 1) {
      throw refuse(
          tree,
          "rows of different length are not differentiable",
          "give both sizes: 'new double[n][m]'");
    }
    var given = values.stream().map(Value::expression).toArray(Expression[]::new);
    return Value.of(
        type == Type.MATRIX
            ? make.array(ZEROS_MATRIX, Kind.MATRIX, given)
            : make.array(ZEROS, Kind.VECTOR, given),
        type);
  }

  private Value elements(NewArrayTree tree, Type type) {
    var make = unit.make(tree);
    if (type == Type.MATRIX) {
      var rows = new ArrayList<Expression>();
      int columns = -1;
      for (var row : tree.getInitializers()) {
        if (!(Unit.plain(row) instanceof NewArrayTree inner) || inner.getInitializers() == null) {
          throw refuse(row, "this row is an array that has a name", "write out its elements");
        }
        if (columns >= 0 && columns != inner.getInitializers().size()) {
          throw refuse(
              row, "rows of different length are not differentiable", "fill up with zeros");
        }
        if (body.effects().needsStatements(row)) {
          throw refuse(row, "this row has an effect", "compute it before");
        }
        columns = inner.getInitializers().size();
        rows.add(elements(inner, Type.DOUBLES).expression());
      }
      return Value.of(new Expression.Elements(rows, Kind.MATRIX, make.place()), type);
    }
    var parts = tree.getInitializers();
    var values = expressions.all(parts, Collections.nCopies(parts.size(), type.element()));
    return Value.of(
        new Expression.Elements(
            values.stream().map(Value::expression).toList(), Kind.VECTOR, make.place()),
        type);
  }

  /** What a variable that holds an array is given: an array that no other variable holds. */
  Value owned(ExpressionTree tree, Type type) {
    if (Unit.plain(tree) instanceof IdentifierTree name) {
      throw refuse(
          tree,
          "this would be a second name for the array '%s'".formatted(name.getName()),
          "copy it: '%s.clone()'".formatted(name.getName()));
    }
    return expressions.value(tree, type);
  }
}
