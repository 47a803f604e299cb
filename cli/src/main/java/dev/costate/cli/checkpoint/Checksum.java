package dev.costate.cli.checkpoint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every JDK has. */
final class Checksum {
  private Checksum() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String of(byte[] bytes) {
    return text(digest().digest(bytes));
  }

  static String text(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
