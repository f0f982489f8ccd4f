/**
 * What the ERP holds and what the selection makes of it, for people who set the selection up: real table names,
 * statuses, forms of notes, beginnings of codes, and how many orders each test leaves. No note and no affair leaves it.
 */
@NullMarked
package org.atelier.orders.survey;

import org.jspecify.annotations.NullMarked;
