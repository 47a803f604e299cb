package dev.costate.differentiation.sets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/**
 * A set whose copies cost nothing. A copy is a set of its own; as long as two sets come from the
 * same one, joining and comparing them takes time in proportion to where they differ (times the
 * logarithm of how many members there are).
 */
public final class SharingSet<T> implements Iterable<T> {
  private final Numbering<T> numbering;
  private Numbers members;

  private SharingSet(Numbering<T> numbering, Numbers members) {
    this.numbering = numbering;
    this.members = members;
  }

  /** A set without members, which shares nothing with any other. */
  public SharingSet() {
    this(new Numbering<>(), Numbers.EMPTY);
  }

  public static <T> SharingSet<T> of(Collection<T> members) {
    var set = new SharingSet<T>();
    set.addAll(members);
    return set;
  }

  public SharingSet<T> copy() {
    return new SharingSet<>(numbering, members);
  }

  public int size() {
    return members.size();
  }

  public boolean contains(T member) {
    var number = numbering.find(member);
    return number.isPresent() && members.contains(number.getAsInt());
  }

  public void add(T member) {
    int number = numbering.numberOf(member);
    if (!members.contains(number)) {
      members = members.or(Numbers.of(number));
    }
  }

  public void addAll(Iterable<T> more) {
    if (more instanceof SharingSet<T> set && set.numbering == numbering) {
      members = members.or(set.members);
    } else {
      more.forEach(this::add);
    }
  }

  /** Takes a member out; whether it was in. */
  public boolean remove(T member) {
    if (!contains(member)) {
      return false;
    }
    members = members.minus(Numbers.of(numbering.numberOf(member)));
    return true;
  }

  public void clear() {
    members = Numbers.EMPTY;
  }

  /** Leaves only the members that another set, from the same one, has too. */
  public void retainAll(SharingSet<T> other) {
    members = members.and(other.related(this).members);
  }

  /** Becomes what another set is, which comes from the same one. */
  public void become(SharingSet<T> other) {
    members = other.related(this).members;
  }

  /** The members that another set, from the same one, does not have, in order of appearance. */
  public List<T> without(SharingSet<T> other) {
    return new SharingSet<>(numbering, members.minus(other.related(this).members)).toList();
  }

  /** The members, in the order in which they first appeared in this set or one it shares with. */
  public List<T> toList() {
    var list = new ArrayList<T>(members.size());
    members.forEach(number -> list.add(numbering.member(number)));
    return list;
  }

  @Override
  public Iterator<T> iterator() {
    return toList().iterator();
  }

  private SharingSet<T> related(SharingSet<T> to) {
    if (numbering != to.numbering) {
      throw new IllegalArgumentException("sets that do not come from the same one");
    }
    return this;
  }

  /** Whether both have the same members and come from the same set. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SharingSet<?> set
        && set.numbering == numbering
        && set.members.equals(members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  @Override
  public String toString() {
    return toList().toString();
  }
}
