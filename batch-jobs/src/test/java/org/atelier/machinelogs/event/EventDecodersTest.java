package org.atelier.machinelogs.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventDecodersTest {

    @Test
    void the_five_events_and_every_further_class_are_found_by_themselves_in_the_order_of_their_names() {
        assertThat(EventDecoders.load().byType().keySet())
                .containsSubsequence(
                        "JobProfiel", "MachineStart", "MachineStop", "MachineWait", "StukUitgevoerd", "TestToolChange");
    }

    @Test
    void a_type_nobody_reads_has_no_decoder() {
        assertThat(EventDecoders.load().of("machinestop")).isNull();
        assertThat(EventDecoders.load().of("MachineStop")).isInstanceOf(MachineStop.Decoder.class);
    }

    @Test
    void two_decoders_of_one_type_are_an_error_that_names_both() {
        List<EventDecoder> twice = List.of(new MachineStop.Decoder(), new OtherStop());
        assertThatThrownBy(() -> EventDecoders.of(twice))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The event type 'MachineStop' has two decoders: " + OtherStop.class.getName() + ", "
                        + MachineStop.Decoder.class.getName() + ". Remove one of them.");
    }

    @Test
    void a_decoder_with_a_blank_name_is_an_error() {
        List<EventDecoder> blank = List.of(new BlankName());
        assertThatThrownBy(() -> EventDecoders.of(blank)).hasMessageContaining("annotate it with @EventType");
    }

    @Test
    void a_decoder_that_names_no_event_is_an_error() {
        List<EventDecoder> nameless = List.of(details -> new MachineStop());
        assertThatThrownBy(() -> EventDecoders.of(nameless)).hasMessageContaining("annotate it with @EventType");
    }

    @EventType(" ")
    private static final class BlankName implements EventDecoder {

        @Override
        public MachineEvent decode(@Nullable String details) {
            return new MachineStop();
        }
    }

    @EventType("MachineStop")
    private static final class OtherStop implements EventDecoder {

        @Override
        public MachineEvent decode(@Nullable String details) {
            return new MachineStop();
        }
    }
}
