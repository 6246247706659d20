package com.acme.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.invoices.Invoice.BillingAddress;
import com.acme.invoices.Invoice.Kind;
import com.acme.invoices.Invoice.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceTest {

  @ParameterizedTest
  @CsvSource({
    // 121.00 at 21 % holds 21.00
    "12100, 2100, 2100",
    // 49.99 at 21 % holds 8.6759, rounded up
    "4999, 2100, 868",
    // 9.00 at 9 % holds 0.7431, rounded down
    "900, 900, 74",
    "1000, 0, 0",
    // A credit note mirrors the invoice.
    "-12100, 2100, -2100"
  })
  void findsTheVatInAGrossAmount(long grossMinor, int vatBasisPoints, long vatMinor) {
    assertThat(new Line("Garden hose", 1, grossMinor, vatBasisPoints).vatMinor())
        .isEqualTo(vatMinor);
  }

  @Test
  void sumsUpLines() {
    Invoice invoice =
        new Invoice(
            "INV-2026-0000001",
            Kind.INVOICE,
            "AC-10000001",
            UUID.randomUUID(),
            LocalDate.of(2026, 3, 1),
            new BillingAddress("Ana Lima", "Coolsingel 42", "3011 AD", "Rotterdam", "NL", null),
            "EUR",
            List.of(new Line("Cordless drill", 1, 12100, 2100), new Line("Seeds", 3, 900, 900)),
            null);

    assertThat(invoice.grossMinor()).isEqualTo(13000);
    assertThat(invoice.vatMinor()).isEqualTo(2174);
    assertThat(invoice.netMinor()).isEqualTo(10826);
  }
}
