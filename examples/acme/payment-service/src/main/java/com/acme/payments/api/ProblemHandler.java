package com.acme.payments.api;

import com.acme.payments.PaymentConflictException;
import java.net.URI;
import java.util.NoSuchElementException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error leaves this service as application/problem+json (RFC 9457). */
@RestControllerAdvice
public class ProblemHandler extends ResponseEntityExceptionHandler {
  private static final String TYPE_BASE = "https://api.acme.example/problems/";

  @ExceptionHandler
  ProblemDetail notFound(NoSuchElementException e) {
    return problem(HttpStatus.NOT_FOUND, "not-found", e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail conflict(PaymentConflictException e) {
    return problem(HttpStatus.CONFLICT, e.getCode(), e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail concurrentChange(OptimisticLockingFailureException e) {
    return problem(
        HttpStatus.CONFLICT, "concurrent-change", "The payment was changed by another request");
  }

  @ExceptionHandler
  ProblemDetail providerUnavailable(RestClientException e) {
    return problem(
        HttpStatus.BAD_GATEWAY, "provider-unavailable", "The payment provider did not answer");
  }

  private static ProblemDetail problem(HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create(TYPE_BASE + code));
    return problem;
  }
}
