package org.atelier.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FtpLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "226 Output truncated to 2000 matches",
                "226-Options: -a -l \r\n226 Output truncated to 20 matches",
                "226 Transfer done (but failed to open directory).",
                "226 Transfer complete (listing truncated: maximum number of files reached).",
                "226 Directory listing incomplete.",
                "226 Only the first 1000 entries are shown.",
                "226 Maximum number of entries exceeded",
                "226 Transfer complete, limit of 500 files reached; limit exceeded",
                "226 ABOR: listing aborted",
                "226 Listing done with errors.",
                "226 Could not read some entries",
            })
    void a_reply_of_success_that_tells_of_a_listing_cut_off_is_heard(String reply) {
        FtpLines lines = FtpLines.of("a\r\nb\r\n", reply);
        assertThat(lines.text()).containsExactly("a", "b");
        assertThat(lines.shortfall()).contains("did not list everything").contains(reply);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "226 Directory send OK.",
                "226 Transfer complete.",
                "226 Transfer complete",
                "226-Options: -a -l \r\n226 19 matches total",
                "226 Closing data connection.",
                "226 Operation successful",
                "226 Successfully transferred \"/logs\"",
                "226 Transfer complete. 1234 bytes transferred. 12.3 KB/sec.",
                "226 Transfer complete with no errors.",
                "226 Listing completed, 0 errors",
                "226 ASCII Transfer complete.",
                "226 Requested file action successful.",
            })
    void a_reply_that_tells_of_a_whole_listing_is_believed(String reply) {
        assertThat(FtpLines.of("a\n", reply).shortfall()).isNull();
    }

    @Test
    void only_a_refusal_that_says_so_is_an_empty_directory() {
        assertThat(FtpLines.saysEmpty("550 No files found.")).isTrue();
        assertThat(FtpLines.saysEmpty("450 No such file or directory.")).isTrue();
        assertThat(FtpLines.saysEmpty("550 Permission denied.")).isFalse();
        assertThat(FtpLines.saysEmpty("450 Failed to open directory.")).isFalse();
        assertThat(FtpLines.saysEmpty("550 Access is denied; no files.")).isFalse();
    }

    @Test
    void lines_end_with_a_line_feed_and_the_last_one_may_lack_it() {
        assertThat(FtpLines.of("", "226 Done.").text()).isEmpty();
        assertThat(FtpLines.of("a\rb\r\nc", "226 Done.").text()).containsExactly("a\rb", "c");
    }
}
