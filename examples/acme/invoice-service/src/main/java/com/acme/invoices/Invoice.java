package com.acme.invoices;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An issued invoice or credit note. It never changes: a mistake gets a credit note. */
public record Invoice(
    String number,
    Kind kind,
    String orderNumber,
    UUID paymentId,
    LocalDate issuedOn,
    BillingAddress billTo,
    String currency,
    List<Line> lines,
    String correctsNumber) {

  public enum Kind {
    INVOICE,
    CREDIT_NOTE
  }

  public record BillingAddress(
      String name, String street, String postalCode, String city, String country, String vatId) {}

  /** Amounts are minor units; the rate is in basis points, 2100 for 21 %. */
  public record Line(String description, int quantity, long grossMinor, int vatBasisPoints) {

    /** VAT contained in the gross amount, rounded half up as the Dutch tax office asks. */
    long vatMinor() {
      long divisor = 10_000L + vatBasisPoints;
      long rounded = (2 * Math.abs(grossMinor) * vatBasisPoints + divisor) / (2 * divisor);
      return grossMinor < 0 ? -rounded : rounded;
    }

    Line negated() {
      return new Line(description, quantity, -grossMinor, vatBasisPoints);
    }
  }

  public long grossMinor() {
    return lines.stream().mapToLong(Line::grossMinor).sum();
  }

  public long vatMinor() {
    return lines.stream().mapToLong(Line::vatMinor).sum();
  }

  public long netMinor() {
    return grossMinor() - vatMinor();
  }
}
