package dev.costate.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class BarChartTest {
  @Test
  void oneBarIsAPicture() {
    var svg = new BarChart("price natgas is 1", "for one unit more", Map.of("a", 1.0)).svg();
    var response = new ResponseChart("natgas.supply=3", List.of("natgas"));
    response.bars("quantities", List.of(OptionalLong.of(1)));
    assertThat(svg).contains("</svg>");
    assertThat(response.svg()).contains("</svg>");
  }

  @Test
  void aPictureWithBars() throws Exception {
    var bars = new LinkedHashMap<String, Double>(Map.of("natgas.supply", -0.5));
    bars.put("tupperware.price", 2.0);
    var svg = new BarChart("price natgas is 1", "for one unit more", bars).svg();
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    var document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    // Words are drawn as shapes.
    assertThat(document.getElementsByTagName("path").getLength()).isGreaterThan(4);
    assertThat(svg).doesNotContain("NaN");
  }
}
