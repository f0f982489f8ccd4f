package org.atelier.api.runs;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The {@code Link} to what comes behind a page. */
final class NextPage {

    private NextPage() {}

    /** Relative to the host: whoever stands in front of us has another name than we know. */
    static String link(long after) {
        String target = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("after", after)
                .replaceQueryParam("skip")
                .scheme(null)
                .host(null)
                .port(-1)
                .build()
                .toUriString();
        return "<" + target + ">; rel=\"next\"";
    }
}
