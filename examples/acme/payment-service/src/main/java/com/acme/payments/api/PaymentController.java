package com.acme.payments.api;

import com.acme.payments.Payment;
import com.acme.payments.PaymentService;
import com.acme.payments.PaymentService.AuthoriseCommand;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/payments")
public class PaymentController {
  private final PaymentService payments;

  public PaymentController(PaymentService payments) {
    this.payments = payments;
  }

  @PostMapping
  public ResponseEntity<PaymentResponse> create(
      @RequestHeader("Idempotency-Key") String idempotencyKey,
      @RequestHeader("X-Acme-Client") String client,
      @Valid @RequestBody CreatePaymentRequest request) {
    Payment payment =
        payments.authorise(
            new AuthoriseCommand(
                client,
                idempotencyKey,
                request.orderNumber(),
                request.customerId(),
                request.amount().minorUnits(),
                request.amount().currency(),
                request.paymentToken()));
    return ResponseEntity.created(URI.create("/v1/payments/" + payment.getId()))
        .body(PaymentResponse.of(payment));
  }

  @GetMapping
  public PaymentList list(@RequestParam String orderNumber) {
    return new PaymentList(
        payments.findByOrder(orderNumber).stream().map(PaymentResponse::of).toList());
  }

  @GetMapping("/{id}")
  public PaymentResponse get(@PathVariable UUID id) {
    return PaymentResponse.of(payments.get(id));
  }

  @PostMapping("/{id}/capture")
  public PaymentResponse capture(@PathVariable UUID id) {
    return PaymentResponse.of(payments.capture(id));
  }

  @PostMapping("/{id}/cancel")
  public PaymentResponse cancel(@PathVariable UUID id) {
    return PaymentResponse.of(payments.cancel(id));
  }

  @PostMapping("/{id}/refunds")
  public PaymentResponse refund(
      @PathVariable UUID id, @Valid @RequestBody RefundRequest request) {
    return PaymentResponse.of(payments.refund(id, request.minorUnits(), request.reason()));
  }

  public record Money(
      @Positive long minorUnits, @NotBlank @Pattern(regexp = "[A-Z]{3}") String currency) {}

  public record CreatePaymentRequest(
      @NotBlank @Pattern(regexp = "AC-\\d{8}") String orderNumber,
      @Pattern(regexp = "usr_[0-9A-Z]{10}") String customerId,
      @Valid Money amount,
      @NotBlank String paymentToken) {}

  public record RefundRequest(
      @Positive long minorUnits,
      @NotBlank @Pattern(regexp = "returned|damaged|goodwill|duplicate") String reason) {}

  public record PaymentList(List<PaymentResponse> items) {}

  public record PaymentResponse(
      UUID id,
      String orderNumber,
      String status,
      Money amount,
      Money refunded,
      String declineCode,
      Instant createdAt,
      Instant capturedAt) {

    static PaymentResponse of(Payment payment) {
      return new PaymentResponse(
          payment.getId(),
          payment.getOrderNumber(),
          payment.getStatus().name().toLowerCase(),
          new Money(payment.getAmountMinor(), payment.getCurrency()),
          new Money(payment.getRefundedMinor(), payment.getCurrency()),
          payment.getDeclineCode(),
          payment.getCreatedAt(),
          payment.getCapturedAt());
    }
  }
}
