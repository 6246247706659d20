package com.acme.invoices;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class InvoiceServiceApplication {
  public static void main(String[] args) {
    SpringApplication.run(InvoiceServiceApplication.class, args);
  }

  /** Invoice dates are local dates of the head office in Rotterdam. */
  @Bean
  Clock clock() {
    return Clock.system(ZoneId.of("Europe/Amsterdam"));
  }
}
