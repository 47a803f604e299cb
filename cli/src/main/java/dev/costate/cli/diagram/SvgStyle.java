package dev.costate.cli.diagram;

/**
 * How the SVG looks: one hue for what is made, another for what comes back, on a sheet of its own
 * that follows the reader's theme.
 */
final class SvgStyle {
  static final String TEXT =
      """

      text { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace; text-anchor: middle; fill: #1f2933; }
      .head, .caption { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", Arial, sans-serif; }
      .head { text-anchor: start; font-size: 19px; font-weight: 600; }
      .caption { font-size: 13.5px; font-weight: 600; }
      .forward .caption { text-anchor: start; }
      .backward .caption { text-anchor: end; }
      .name { font-size: 14px; font-weight: 600; }
      .value { font-size: 15px; }
      .share { font-size: 11.5px; fill: #6b7280; }
      .formula, .slope { font-size: 12.5px; }
      .maker { font-size: 13px; font-weight: 700; }
      .paper { fill: #fdfcfa; stroke: #e4e0d8; }
      .line { fill: none; stroke-width: 1.8; }
      .forward .box { fill: #e9f2fb; stroke: #8fb8e0; }
      .forward .line { stroke: #3d7ab8; }
      .forward .caption, .forward .maker, .forward .name { fill: #1d5390; }
      .forward.tip { fill: #3d7ab8; }
      .backward .box { fill: #fdf0e4; stroke: #e3ad7d; }
      .backward .line { stroke: #c26a24; }
      .backward .caption, .backward .name { fill: #94480f; }
      .backward.tip { fill: #c26a24; }
      .idle.line { stroke: #a3a8b0; stroke-dasharray: 5 5; }
      .idle.tip { fill: #a3a8b0; }
      @media (prefers-color-scheme: dark) {
        text { fill: #e6e9ee; }
        .share { fill: #9aa3b0; }
        .paper { fill: #151a21; stroke: #2c3440; }
        .forward .box { fill: #172a3e; stroke: #3f74aa; }
        .forward .line { stroke: #5f9bd6; }
        .forward .caption, .forward .maker, .forward .name { fill: #9fcbf5; }
        .forward.tip { fill: #5f9bd6; }
        .backward .box { fill: #362413; stroke: #a66a36; }
        .backward .line { stroke: #dd8d4b; }
        .backward .caption, .backward .name { fill: #f5be8c; }
        .backward.tip { fill: #dd8d4b; }
        .idle.line { stroke: #6b7480; }
        .idle.tip { fill: #6b7480; }
      }
      """;

  private SvgStyle() {}
}
