package org.atelier.api.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Answers what goes wrong in resources, as problems. Of Spring's own words only the status is kept. */
@RestControllerAdvice
final class AnswerFaults extends ResponseEntityExceptionHandler {

    private static final HttpStatus INVALID = HttpStatus.UNPROCESSABLE_CONTENT;

    /** What security asks is answered by security. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    @SuppressWarnings("DoNotCallSuggester")
    void security(RuntimeException e) {
        throw e;
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> anything(Exception e, WebRequest request) {
        ProblemDetail problem = Faults.of(e);
        return handleExceptionInternal(
                e, problem, new HttpHeaders(), HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldFault> faults = e.getBindingResult().getAllErrors().stream()
                .map(error -> FieldFault.of(
                        error instanceof FieldError field ? field.getField() : error.getObjectName(),
                        String.valueOf(error.getDefaultMessage())))
                .sorted(Comparator.comparing(FieldFault::field).thenComparing(FieldFault::message))
                .toList();
        return invalid(e, faults, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldFault> faults = e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> FieldFault.of(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                String.valueOf(error.getDefaultMessage()))))
                .toList();
        return invalid(e, faults, headers, request);
    }

    /** A path that cannot name anything names nothing. */
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e instanceof MethodArgumentTypeMismatchException argument) {
            if (argument.getParameter().hasParameterAnnotation(PathVariable.class)) {
                return handleExceptionInternal(
                        e, Problems.of(HttpStatus.NOT_FOUND, null), headers, HttpStatus.NOT_FOUND, request);
            }
            return invalid(e, List.of(FieldFault.of(argument.getName(), "is no such value")), headers, request);
        }
        return invalid(e, List.of(), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(e, List.of(new FieldFault(e.getParameterName(), "is missing")), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(e, Problems.of(status, null), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Throwable cause = e.getMostSpecificCause();
        if (cause instanceof BodyRefusedException refused) {
            return anything(refused, request);
        }
        if (e.getCause() instanceof DatabindException json && !json.getPath().isEmpty()) {
            boolean unknown = json instanceof UnrecognizedPropertyException;
            return invalid(
                    e,
                    List.of(new FieldFault(path(json), unknown ? "is not known" : "is no such value")),
                    headers,
                    request);
        }
        return handleExceptionInternal(
                e,
                Problems.of(HttpStatus.BAD_REQUEST, "the body is not JSON as it is wanted"),
                headers,
                HttpStatus.BAD_REQUEST,
                request);
    }

    private static String path(JacksonException json) {
        StringBuilder path = new StringBuilder();
        Stream.of(json.getPath().toArray(JacksonException.Reference[]::new)).forEach(reference -> {
            String name = reference.getPropertyName();
            path.append(name == null ? "[" + reference.getIndex() + "]" : (path.isEmpty() ? "" : ".") + name);
        });
        return path.toString();
    }

    private @Nullable ResponseEntity<Object> invalid(
            Exception e, List<FieldFault> faults, HttpHeaders headers, WebRequest request) {
        return handleExceptionInternal(e, Problems.of(INVALID, null, faults), headers, INVALID, request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = body instanceof ProblemDetail detail ? detail : Problems.of(status, null);
        if (request instanceof ServletWebRequest servlet) {
            Problems.locate(problem, servlet.getRequest());
        }
        HttpHeaders all = new HttpHeaders(headers);
        // Whatever was asked for: a problem is told as one.
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(problem, all, status);
    }
}
