package example.acme.user.web;

import example.acme.user.account.AccountService.AccountNotFoundException;
import example.acme.user.account.AccountService.EmailTakenException;
import example.acme.user.account.AccountService.StaleVersionException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
public class ProblemHandler {

  @ExceptionHandler(AccountNotFoundException.class)
  ProblemDetail notFound(AccountNotFoundException error) {
    return problem(HttpStatus.NOT_FOUND, "not-found", "Not found", error.getMessage());
  }

  @ExceptionHandler(EmailTakenException.class)
  ProblemDetail conflict(EmailTakenException error) {
    return problem(
        HttpStatus.CONFLICT, "email-taken", "E-mail address is taken", error.getMessage());
  }

  @ExceptionHandler(StaleVersionException.class)
  ProblemDetail stale(StaleVersionException error) {
    return problem(
        HttpStatus.PRECONDITION_FAILED, "stale-version", "Stale version", error.getMessage());
  }

  @ExceptionHandler(MethodArgumentNotValidException.class)
  ProblemDetail invalid(MethodArgumentNotValidException error) {
    ProblemDetail problem =
        problem(
            HttpStatus.BAD_REQUEST,
            "invalid-request",
            "Invalid request",
            "The request breaks the contract.");
    List<Map<String, String>> violations =
        error.getFieldErrors().stream()
            .map(field -> Map.of("field", field.getField(), "message", messageOf(field)))
            .toList();
    problem.setProperty("violations", violations);
    return problem;
  }

  private static String messageOf(org.springframework.validation.FieldError field) {
    return field.getDefaultMessage() == null ? "is invalid" : field.getDefaultMessage();
  }

  private static ProblemDetail problem(
      HttpStatus status, String type, String title, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("https://errors.acme.example/" + type));
    problem.setTitle(title);
    return problem;
  }
}
