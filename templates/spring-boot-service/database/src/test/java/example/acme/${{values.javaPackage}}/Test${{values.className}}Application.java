package example.acme.${{ values.javaPackage }};

import org.springframework.boot.SpringApplication;

/** Starts the service with a database in a container: {@code mvn spring-boot:test-run}. */
public class Test${{ values.className }}Application {

  public static void main(String[] args) {
    SpringApplication.from(${{ values.className }}Application::main).with(TestDatabase.class).run(args);
  }
}
