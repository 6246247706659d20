package com.acme.invoices;

import com.acme.invoices.Invoice.BillingAddress;
import com.acme.invoices.Invoice.Kind;
import com.acme.invoices.Invoice.Line;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.stereotype.Service;

@Service
public class InvoiceService {
  private final InvoiceStore invoices;
  private final PaymentClient payments;
  private final InvoiceArchive archive;
  private final Clock clock;

  public InvoiceService(
      InvoiceStore invoices,
      PaymentClient payments,
      InvoiceArchive archive,
      Clock clock) {
    this.invoices = invoices;
    this.payments = payments;
    this.archive = archive;
    this.clock = clock;
  }

  /** Issues the invoice of a captured payment, or answers with the one that was issued before. */
  public Invoice issue(UUID paymentId, BillingAddress billTo, List<Line> lines) {
    Invoice earlier = invoices.findByPayment(paymentId).orElse(null);
    if (earlier != null) {
      return earlier;
    }
    PaymentClient.Payment payment = payments.get(paymentId);
    long grossMinor = lines.stream().mapToLong(Line::grossMinor).sum();
    if (!payment.isCaptured() || payment.amount().minorUnits() != grossMinor) {
      throw new InvoiceConflictException(
          "Payment '%s' is %s over %d, the lines sum up to %d"
              .formatted(paymentId, payment.status(), payment.amount().minorUnits(), grossMinor));
    }
    return store(
        Kind.INVOICE,
        payment.orderNumber(),
        paymentId,
        billTo,
        payment.amount().currency(),
        lines,
        null);
  }

  /** A corrected invoice is a credit note over the old one and a new invoice. */
  public Invoice correct(String number, BillingAddress billTo) {
    Invoice original = get(number);
    credit(original);
    return store(
        Kind.INVOICE,
        original.orderNumber(),
        original.paymentId(),
        billTo,
        original.currency(),
        original.lines(),
        original.number());
  }

  public Invoice credit(String number) {
    return credit(get(number));
  }

  public Invoice get(String number) {
    return invoices
        .find(number)
        .orElseThrow(() -> new NoSuchElementException("No invoice '%s'".formatted(number)));
  }

  public List<Invoice> findByOrder(String orderNumber) {
    return invoices.findByOrder(orderNumber);
  }

  /** Rendered again when the upload failed after the invoice was issued. */
  public byte[] pdf(String number) {
    Invoice invoice = get(number);
    return archive.read(invoice).orElseGet(() -> archive.write(invoice));
  }

  private Invoice credit(Invoice original) {
    if (original.kind() == Kind.CREDIT_NOTE) {
      throw new InvoiceConflictException(
          "'%s' is a credit note already".formatted(original.number()));
    }
    return store(
        Kind.CREDIT_NOTE,
        original.orderNumber(),
        original.paymentId(),
        original.billTo(),
        original.currency(),
        original.lines().stream().map(Line::negated).toList(),
        original.number());
  }

  private Invoice store(
      Kind kind,
      String orderNumber,
      UUID paymentId,
      BillingAddress billTo,
      String currency,
      List<Line> lines,
      String correctsNumber) {
    LocalDate today = LocalDate.now(clock);
    Invoice invoice =
        invoices.append(
            kind,
            today.getYear(),
            number ->
                new Invoice(
                    number,
                    kind,
                    orderNumber,
                    paymentId,
                    today,
                    billTo,
                    currency,
                    lines,
                    correctsNumber));
    archive.write(invoice);
    return invoice;
  }
}
