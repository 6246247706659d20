package com.acme.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.invoices.Invoice.BillingAddress;
import com.acme.invoices.Invoice.Kind;
import com.acme.invoices.Invoice.Line;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.MinIOContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import software.amazon.awssdk.services.s3.S3Client;

@Testcontainers
class InvoiceStoreTest {
  private static final String BUCKET = "invoices";

  @Container
  static final MinIOContainer OBJECTS =
      new MinIOContainer("minio/minio:RELEASE.2025-04-22T22-12-26Z");

  private static S3Client s3;

  @BeforeAll
  static void createBucket() {
    s3 =
        new StorageConfiguration()
            .s3(URI.create(OBJECTS.getS3URL()), OBJECTS.getUserName(), OBJECTS.getPassword());
    s3.createBucket(request -> request.bucket(BUCKET));
  }

  @Test
  void twoReplicasNeverShareANumber() {
    InvoiceStore first = store();
    InvoiceStore second = store();
    UUID payment = UUID.randomUUID();

    assertThat(first.append(Kind.INVOICE, 2026, invoice("AC-10000001", payment)).number())
        .isEqualTo("INV-2026-0000001");
    assertThat(second.append(Kind.INVOICE, 2026, invoice("AC-10000002", payment)).number())
        .isEqualTo("INV-2026-0000002");
    // The first replica still believes that 2 is free.
    assertThat(first.append(Kind.INVOICE, 2026, invoice("AC-10000003", payment)).number())
        .isEqualTo("INV-2026-0000003");
  }

  @Test
  void findsInvoicesByPaymentAndOrder() {
    InvoiceStore store = store();
    UUID payment = UUID.randomUUID();
    Invoice stored = store.append(Kind.INVOICE, 2025, invoice("AC-10000009", payment));

    assertThat(store.findByPayment(payment)).contains(stored);
    assertThat(store.findByOrder("AC-10000009")).containsExactly(stored);
    assertThat(store.findByPayment(UUID.randomUUID())).isEmpty();
  }

  private static InvoiceStore store() {
    return new InvoiceStore(s3, JsonMapper.builder().findAndAddModules().build(), BUCKET);
  }

  private static Function<String, Invoice> invoice(String orderNumber, UUID payment) {
    return number ->
        new Invoice(
            number,
            Kind.INVOICE,
            orderNumber,
            payment,
            LocalDate.of(2026, 3, 1),
            new BillingAddress("Ana Lima", "Coolsingel 42", "3011 AD", "Rotterdam", "NL", null),
            "EUR",
            List.of(new Line("Cordless drill", 1, 12100, 2100)),
            null);
  }
}
