package dev.costate.economy.index;

import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes out lists of goods. */
final class PortWriting {
  private final Substitution market;
  private final Names names;

  PortWriting(Substitution market, Names names) {
    this.market = market;
    this.names = names;
  }

  List<Port> ports(List<Port> written) {
    var ports = new ArrayList<Port>();
    for (var port : written) {
      if (port.each().isPresent()) {
        ports.addAll(market.each(port.each().get(), inner -> port(inner, port)));
      } else {
        ports.add(port(market, port));
      }
    }
    return ports;
  }

  private Port port(Substitution inner, Port port) {
    var good = inner.seeing(names.of(Kind.GOOD)).reference(port.good());
    var wedges = MemberWriting.wedges(inner, names, port.wedges());
    var alias = port.alias().map(name -> alias(name, port, good.text()));
    return new Port(good, alias, wedges, Optional.empty(), port.place());
  }

  /** The other name of each good of a list has that good's indices. */
  private static Name alias(Name alias, Port port, String good) {
    return port.each().isPresent() && good.indexOf('[') >= 0
        ? new Name(alias.text() + good.substring(good.indexOf('[')), alias.place())
        : alias;
  }
}
