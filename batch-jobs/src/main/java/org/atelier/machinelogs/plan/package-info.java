/** Third step: which centre-days a run builds, from which files, frozen before work starts. */
@NullMarked
package org.atelier.machinelogs.plan;

import org.jspecify.annotations.NullMarked;
