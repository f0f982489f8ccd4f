package org.atelier.api.listing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.atelier.api.security.Caller;
import org.atelier.api.web.FieldFault;
import org.atelier.api.web.Page;
import org.atelier.api.web.RequestRefusedException;
import org.atelier.api.web.Tagged;
import org.atelier.measurements.MeasurementsSettings;
import org.atelier.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The routes of all lists, and of their rows. */
@Configuration(proxyBeanMethods = false)
class ListingRoutes {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final Columns columns;
    private final ListingReader reader;
    private final CsvExport export;
    private final Set<MeasurementsSettings.Sink> sinks;

    ListingRoutes(Columns columns, ListingReader reader, CsvExport export, Settings settings) {
        this.sinks = settings.get(MeasurementsSettings.class).sinks();
        this.columns = columns;
        this.reader = reader;
        this.export = export;
    }

    @Bean
    RouterFunction<ServerResponse> listings() {
        RouterFunctions.Builder routes = RouterFunctions.route();
        for (Listing listing : Listings.ONE) {
            routes.GET(listing.path(), request -> one(listing, request));
        }
        for (Listing listing : Listings.LISTS) {
            routes.GET(listing.path(), request -> list(listing, request));
        }
        routes.GET("/measurements", this::measurements);
        return routes.build();
    }

    private ServerResponse measurements(ServerRequest request) {
        if (!sinks.contains(MeasurementsSettings.Sink.POSTGRESQL)) {
            throw RequestRefusedException.unavailable(
                    "measurements go to InfluxDB alone (atelier.measurements.sink): ask it");
        }
        return list(Level.of(parameters(request)), request);
    }

    private Question question(Listing listing, ServerRequest request) {
        return Question.of(listing, columns, request.pathVariables(), parameters(request), caller(request));
    }

    private static Map<String, List<String>> parameters(ServerRequest request) {
        return request.servletRequest().getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, given -> List.of(given.getValue())));
    }

    private static Caller caller(ServerRequest request) {
        return request.principal()
                .filter(Authentication.class::isInstance)
                .map(principal -> ((Authentication) principal).getPrincipal())
                .filter(Caller.class::isInstance)
                .map(Caller.class::cast)
                .orElseThrow(() -> RequestRefusedException.forbidden("nobody is known to ask"));
    }

    private ServerResponse one(Listing listing, ServerRequest request) {
        String row = reader.one(question(listing, request)).orElseThrow(RequestRefusedException::notFound);
        String tag = Tagged.tag(row);
        Optional<ServerResponse> unchanged = request.checkNotModified(tag);
        return unchanged.orElseGet(() -> ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(tag)
                .body(row));
    }

    private ServerResponse list(Listing listing, ServerRequest request) {
        Question question = question(listing, request);
        Page page = Page.of(new ServletWebRequest(request.servletRequest()));
        if (wantsCsv(request)) {
            return csv(question, page, request);
        }
        if (request.param("dialect").isPresent()) {
            throw RequestRefusedException.invalid(new FieldFault("dialect", "is for text/csv"));
        }
        ListingReader.Rows rows = reader.page(question, page.skip(), page.limit());
        if (rows.rows().isEmpty()
                && listing.whole() != null
                && !reader.exists(listing.whole(), request.pathVariables())) {
            throw RequestRefusedException.notFound();
        }
        ServerResponse.BodyBuilder answer = ServerResponse.ok().contentType(MediaType.APPLICATION_JSON);
        rows.next().ifPresent(next -> answer.header(HttpHeaders.LINK, next(request, next)));
        if (page.total()) {
            answer.header("X-Total-Count", Long.toString(reader.count(question)));
        }
        return answer.body(ListingReader.array(rows.rows()));
    }

    private static boolean wantsCsv(ServerRequest request) {
        List<MediaType> accepted = request.headers().accept();
        return !accepted.isEmpty()
                && accepted.get(0).getType().equals("text")
                && accepted.get(0).getSubtype().equals("csv");
    }

    private static String next(ServerRequest request, Cursor cursor) {
        String target = request.uriBuilder()
                .replaceQueryParam("skip")
                .replaceQueryParam("after", cursor.text())
                .scheme(null)
                .host(null)
                .port(-1)
                .build()
                .toString();
        return "<" + target + ">; rel=\"next\"";
    }

    private ServerResponse csv(Question question, Page page, ServerRequest request) {
        String dialect = request.param("dialect").orElse("plain");
        if (!List.of("plain", "excel-fr").contains(dialect)) {
            throw RequestRefusedException.invalid(new FieldFault("dialect", "must be plain or excel-fr"));
        }
        long limit = request.param("limit").isPresent() ? page.limit() : 0;
        CsvExport.Dialect how = dialect.equals("plain") ? CsvExport.Dialect.PLAIN : CsvExport.Dialect.EXCEL_FR;
        return ServerResponse.ok().build((asked, answer) -> {
            write(question, how, page.skip(), limit, answer);
            return null;
        });
    }

    private void write(Question question, CsvExport.Dialect dialect, long skip, long limit, HttpServletResponse answer)
            throws IOException, SQLException {
        try {
            export.write(question, dialect, skip, limit, () -> begun(answer));
        } catch (SQLException e) {
            if (answer.isCommitted()) {
                // The connection is cut: half a table must not look like a whole one.
                throw new IOException("the rows end before the last one", e);
            }
            throw e;
        }
    }

    private static OutputStream begun(HttpServletResponse answer) throws IOException {
        answer.setContentType(CSV.toString());
        return answer.getOutputStream();
    }
}
