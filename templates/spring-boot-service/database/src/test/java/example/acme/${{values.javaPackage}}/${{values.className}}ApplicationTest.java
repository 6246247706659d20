package example.acme.${{ values.javaPackage }};

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.annotation.Import;
import org.testcontainers.junit.jupiter.Testcontainers;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@AutoConfigureObservability(tracing = false)
@Import(TestDatabase.class)
@Testcontainers(disabledWithoutDocker = true)
class ${{ values.className }}ApplicationTest {

  @LocalManagementPort private int managementPort;

  @Autowired private TestRestTemplate rest;

  @Test
  void isReadyOnceTheDatabaseIs() {
    assertThat(get("/actuator/health/readiness")).contains("UP");
    assertThat(get("/actuator/health/liveness")).contains("UP");
  }

  @Test
  void exposesMetricsForPrometheus() {
    rest.getForObject("/api/v1/items", String.class);

    assertThat(get("/actuator/prometheus"))
        .contains("http_server_requests_seconds_count")
        .contains("hikaricp_connections_max")
        .contains("application=\"" + ${{ values.name | dump }} + "\"");
  }

  private String get(String path) {
    return rest.getForObject("http://localhost:" + managementPort + path, String.class);
  }
}
