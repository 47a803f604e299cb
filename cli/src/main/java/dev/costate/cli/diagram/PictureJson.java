package dev.costate.cli.diagram;

import dev.costate.cli.diagram.Picture.Share;
import dev.costate.cli.diagram.Picture.Slope;
import dev.costate.cli.json.Json;
import dev.costate.cli.json.ValueJson;
import java.util.List;

/** A picture as JSON, with exact numbers. */
public final class PictureJson {
  private PictureJson() {}

  public static Json of(Picture picture) {
    return Json.object()
        .with("title", picture.title())
        .with("nodes", new Json.Array(picture.nodes().stream().map(PictureJson::node).toList()))
        .with(
            "links",
            new Json.Array(picture.links().stream().map(link -> link(picture, link)).toList()));
  }

  private static Json node(Picture.Node node) {
    return Json.object()
        .with("name", node.name())
        .with("value", ValueJson.of(List.of(node.value())))
        .with("back", node.back())
        .with("returned", ValueJson.of(List.of(node.returned())));
  }

  private static Json link(Picture picture, Picture.Link link) {
    var json =
        Json.object()
            .with("from", picture.nodes().get(link.from()).name())
            .with("to", picture.nodes().get(link.to()).name())
            .with("maker", link.maker())
            .with("code", link.code())
            .with("partial", link.partial());
    return switch (link.effect()) {
      case Slope(var value) -> json.with("slope", ValueJson.of(List.of(value)));
      case Share(var value) -> json.with("share", ValueJson.of(List.of(value)));
    };
  }
}
