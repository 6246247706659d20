package example.acme.${{ values.javaPackage }};

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
{% if values.database == 'postgres' %}
import org.testcontainers.containers.PostgreSQLContainer;
{% else %}
import org.testcontainers.containers.MySQLContainer;
{% endif %}

/** The real database in a container; needs Docker. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

  @Bean
  @ServiceConnection
{% if values.database == 'postgres' %}
  PostgreSQLContainer<?> database() {
    return new PostgreSQLContainer<>("postgres:17-alpine");
  }
{% else %}
  MySQLContainer<?> database() {
    return new MySQLContainer<>("mysql:8.4");
  }
{% endif %}
}
