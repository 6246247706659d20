package com.acme.invoices.api;

import com.acme.invoices.Invoice;
import com.acme.invoices.Invoice.BillingAddress;
import com.acme.invoices.Invoice.Line;
import com.acme.invoices.InvoiceConflictException;
import com.acme.invoices.InvoiceService;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/invoices")
public class InvoiceController {
  private final InvoiceService invoices;

  public InvoiceController(InvoiceService invoices) {
    this.invoices = invoices;
  }

  @PostMapping
  public ResponseEntity<Invoice> issue(@Valid @RequestBody IssueRequest request) {
    Invoice invoice = invoices.issue(request.paymentId(), request.billTo(), request.lines());
    return ResponseEntity.created(URI.create("/v1/invoices/" + invoice.number())).body(invoice);
  }

  @GetMapping
  public InvoiceList list(@RequestParam String orderNumber) {
    return new InvoiceList(invoices.findByOrder(orderNumber));
  }

  @GetMapping("/{number}")
  public Invoice get(@PathVariable String number) {
    return invoices.get(number);
  }

  @GetMapping(path = "/{number}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  public byte[] pdf(@PathVariable String number) {
    return invoices.pdf(number);
  }

  @PostMapping("/{number}/correction")
  @ResponseStatus(HttpStatus.CREATED)
  public Invoice correct(@PathVariable String number, @RequestBody BillingAddress billTo) {
    return invoices.correct(number, billTo);
  }

  @PostMapping("/{number}/credit-note")
  @ResponseStatus(HttpStatus.CREATED)
  public Invoice credit(@PathVariable String number) {
    return invoices.credit(number);
  }

  @ExceptionHandler
  ProblemDetail notFound(NoSuchElementException e) {
    return problem(HttpStatus.NOT_FOUND, "not-found", e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail conflict(InvoiceConflictException e) {
    return problem(HttpStatus.CONFLICT, "invoice-conflict", e.getMessage());
  }

  private static ProblemDetail problem(HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("https://api.acme.example/problems/" + code));
    return problem;
  }

  public record IssueRequest(
      @NotNull UUID paymentId, @NotNull BillingAddress billTo, @NotEmpty List<Line> lines) {}

  public record InvoiceList(List<Invoice> items) {}
}
