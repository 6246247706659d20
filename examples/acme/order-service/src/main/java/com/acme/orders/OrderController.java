package com.acme.orders;

import java.net.URI;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Commands of the checkout and the warehouse. Everyone else listens to the events. */
@RestController
@RequestMapping("/v1")
class OrderController {
  private final OrderService orders;

  OrderController(OrderService orders) {
    this.orders = orders;
  }

  @PostMapping("/order-numbers")
  Map<String, String> reserveNumber(@RequestBody NumberRequest request) {
    return Map.of("orderNumber", orders.numberFor(request.checkoutId()));
  }

  @PostMapping("/orders")
  @ResponseStatus(HttpStatus.CREATED)
  Order place(@RequestBody OrderService.PlaceOrder command) {
    return orders.place(command);
  }

  @GetMapping("/orders/{number}")
  Order get(@PathVariable String number) {
    return orders.get(number);
  }

  @PostMapping("/orders/{number}/transitions")
  Order advance(@PathVariable String number, @RequestBody Transition transition) {
    return orders.advance(number, transition.to(), transition.details());
  }

  @ExceptionHandler
  ProblemDetail notFound(NoSuchElementException e) {
    return problem(HttpStatus.NOT_FOUND, "not-found", e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail conflict(OrderConflictException e) {
    return problem(HttpStatus.CONFLICT, "order-conflict", e.getMessage());
  }

  private static ProblemDetail problem(HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("https://api.acme.example/problems/" + code));
    return problem;
  }

  record NumberRequest(String checkoutId) {}

  record Transition(OrderStatus to, Map<String, Object> details) {
    Transition {
      details = details == null ? Map.of() : details;
    }
  }
}
