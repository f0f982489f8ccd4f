package org.atelier.orders.survey;

import java.util.List;
import org.atelier.orders.erp.TableLook;

/**
 * What a survey found.
 *
 * @param tables the tables that are read
 * @param values the most frequent ones of each kind, the most frequent first
 * @param leftOut values by kind that are not among them, in words; empty when all are
 * @param funnel what each join and each test leaves, in their order
 */
public record OrdersSurvey(
        List<TableLook> tables, List<ValueCount> values, List<String> leftOut, List<FunnelStep> funnel) {

    /** Copies the lists. */
    public OrdersSurvey {
        tables = List.copyOf(tables);
        values = List.copyOf(values);
        leftOut = List.copyOf(leftOut);
        funnel = List.copyOf(funnel);
    }
}
