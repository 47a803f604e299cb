package dev.costate.differentiation.sets;

import java.util.function.IntConsumer;
import java.util.function.LongBinaryOperator;

/**
 * An immutable set of whole numbers from 0: a binary tree over words of 64 bits. Sets made of one
 * another share the parts in which they do not differ, and what combines two sets stops where they
 * share.
 *
 * @param height how many levels are above the words
 */
record Numbers(Node root, int height) {
  private static final int BITS_OF_WORD = 6;
  private static final Node NONE = new Word(0);
  static final Numbers EMPTY = new Numbers(NONE, 0);

  /** A part of the tree; an empty part of any height is {@link #NONE}. */
  private sealed interface Node {
    int size();
  }

  private record Word(long bits) implements Node {
    @Override
    public int size() {
      return Long.bitCount(bits);
    }
  }

  /** Numbers with a 0 in the bit of this level on the left, with a 1 on the right. */
  private record Fork(Node left, Node right, int size, int hash) implements Node {
    Fork(Node left, Node right) {
      this(left, right, left.size() + right.size(), 31 * left.hashCode() + right.hashCode());
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // shared parts are equal without a look inside
    public boolean equals(Object other) {
      return this == other
          || other instanceof Fork(var l, var r, var s, var h)
              && s == size
              && h == hash
              && (l == left || l.equals(left))
              && (r == right || r.equals(right));
    }
  }

  static Numbers of(int number) {
    Node node = new Word(1L << number);
    int height = 0;
    for (int rest = number >> BITS_OF_WORD; rest != 0; rest >>= 1) {
      node = (rest & 1) == 0 ? new Fork(node, NONE) : new Fork(NONE, node);
      height++;
    }
    return new Numbers(node, height);
  }

  int size() {
    return root.size();
  }

  boolean contains(int number) {
    int word = number >> BITS_OF_WORD;
    if (word >> height != 0) {
      return false;
    }
    var node = root;
    for (int level = height - 1; node instanceof Fork fork; level--) {
      node = (word >> level & 1) == 0 ? fork.left : fork.right;
    }
    return (((Word) node).bits & 1L << number) != 0;
  }

  Numbers or(Numbers other) {
    return combined((a, b) -> a | b, other);
  }

  Numbers and(Numbers other) {
    return combined((a, b) -> a & b, other);
  }

  Numbers minus(Numbers other) {
    return combined((a, b) -> a & ~b, other);
  }

  /** Every number, ascending. */
  void forEach(IntConsumer action) {
    forEach(root, height, 0, action);
  }

  private static void forEach(Node node, int height, int first, IntConsumer action) {
    switch (node) {
      case Word(var bits) -> {
        for (long rest = bits; rest != 0; rest &= rest - 1) {
          action.accept(first + Long.numberOfTrailingZeros(rest));
        }
      }
      case Fork fork -> {
        int half = 1 << (height - 1 + BITS_OF_WORD);
        forEach(fork.left, height - 1, first, action);
        forEach(fork.right, height - 1, first + half, action);
      }
    }
  }

  private Numbers combined(LongBinaryOperator bits, Numbers other) {
    int common = Math.max(height, other.height);
    return lowered(combined(bits, raised(common), other.raised(common)), common);
  }

  /** The one form of a set: without levels on top that are not needed. */
  @SuppressWarnings("ReferenceEquality") // there is one empty part
  private static Numbers lowered(Node root, int height) {
    var node = root;
    int level = height;
    while (node instanceof Fork fork && fork.right == NONE) {
      node = fork.left;
      level--;
    }
    return node == NONE ? EMPTY : new Numbers(node, level);
  }

  /** The tree with empty levels on top. */
  @SuppressWarnings("ReferenceEquality") // there is one empty part
  private Node raised(int to) {
    var node = root;
    for (int level = height; level < to && node != NONE; level++) {
      node = new Fork(node, NONE);
    }
    return node;
  }

  @SuppressWarnings("ReferenceEquality") // what is shared is known to be equal
  private static Node combined(LongBinaryOperator bits, Node a, Node b) {
    if (a == b) {
      return bits.applyAsLong(-1, -1) == 0 ? NONE : a;
    } else if (a == NONE) {
      return bits.applyAsLong(0, -1) == 0 ? NONE : b;
    } else if (b == NONE) {
      return bits.applyAsLong(-1, 0) == 0 ? NONE : a;
    }
    return switch (a) {
      case Word(var mine) -> word(bits.applyAsLong(mine, ((Word) b).bits), a, b);
      case Fork mine -> {
        var theirs = (Fork) b;
        var left = combined(bits, mine.left, theirs.left);
        var right = combined(bits, mine.right, theirs.right);
        yield fork(left, right, mine, theirs);
      }
    };
  }

  private static Node word(long bits, Node a, Node b) {
    if (bits == 0) {
      return NONE;
    }
    return bits == ((Word) a).bits ? a : bits == ((Word) b).bits ? b : new Word(bits);
  }

  @SuppressWarnings("ReferenceEquality") // keeps what is shared shared
  private static Node fork(Node left, Node right, Fork a, Fork b) {
    if (left == NONE && right == NONE) {
      return NONE;
    } else if (left == a.left && right == a.right) {
      return a;
    } else if (left == b.left && right == b.right) {
      return b;
    }
    return new Fork(left, right);
  }
}
