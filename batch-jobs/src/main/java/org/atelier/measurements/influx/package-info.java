/** Points as line protocol, and the servers that take it: InfluxDB 2, and others by its write request alone. */
@NullMarked
package org.atelier.measurements.influx;

import org.jspecify.annotations.NullMarked;
