package com.acme.payments.webhook;

import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The webhook worker is this application with one more profile: it needs the signing key, the API
 * does not.
 */
@Configuration
@Profile("webhook-worker")
@EnableScheduling
class WebhookConfiguration {

  @Bean
  WebhookSignatureVerifier webhookSignatureVerifier(Settings settings, Clock clock) {
    return new WebhookSignatureVerifier("paybridge", settings.signingKey(), clock);
  }

  @ConfigurationProperties("payments.webhook")
  record Settings(String signingKey) {}
}
