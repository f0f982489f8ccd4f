package org.atelier.api.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Answers with part of a list: {@code Link} to the parts beside it, {@code X-Total-Count} when it was asked for. */
public final class Listed {

    private Listed() {}

    /**
     * The answer.
     *
     * @param rows those of the page, and one more when there are more
     * @param total asked only when it is to be told
     */
    public static <T> ResponseEntity<List<T>> of(Page page, List<T> rows, LongSupplier total) {
        HttpHeaders headers = new HttpHeaders();
        List<String> links = new ArrayList<>();
        if (rows.size() > page.limit()) {
            links.add(link(page.skip() + page.limit(), "next"));
        }
        if (page.skip() > 0) {
            links.add(link(Math.max(0, page.skip() - page.limit()), "prev"));
        }
        if (!links.isEmpty()) {
            headers.add(HttpHeaders.LINK, String.join(", ", links));
        }
        if (page.total()) {
            headers.add("X-Total-Count", Long.toString(total.getAsLong()));
        }
        return ResponseEntity.ok()
                .headers(headers)
                .body(rows.size() > page.limit() ? rows.subList(0, page.limit()) : rows);
    }

    /** Relative to the host: whoever stands in front of us has another name than we know. */
    private static String link(int skip, String relation) {
        String target = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("skip", skip)
                .scheme(null)
                .host(null)
                .port(-1)
                .build()
                .toUriString();
        return "<" + target + ">; rel=\"" + relation + "\"";
    }
}
