/**
 * Sets of which every earlier state can be kept for nothing: what the analyses know at one point of
 * a function.
 *
 * <p>An analysis that walks over branches and loops keeps what it knew where they part, and joins
 * what it knows where they meet. With ordinary sets each branch costs a copy of everything that is
 * known, and a function with n branches n². Here sets are trees that are never changed, so that
 * sets that come from one another share what they have in common, and joining two costs no more
 * than where they differ (Okasaki and Gill, Fast Mergeable Integer Maps, 1998, with a tree of fixed
 * height in place of a compressed one). Start reading at {@code SharingSet}.
 */
@NullMarked
package dev.costate.differentiation.sets;

import org.jspecify.annotations.NullMarked;
