package org.atelier.machinelogs.gate;

import java.time.Clock;
import org.atelier.files.PlannedFile;
import org.atelier.machinelogs.MachineLogSettings;
import org.atelier.machinelogs.ledger.CentreCodes;
import org.atelier.machinelogs.ledger.FileVerdicts;
import org.atelier.machinelogs.ledger.LogVersion;
import org.atelier.run.step.RunContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges a file that a run writes, and notes it in the run's plan and in the ledger where it fails. Thread-safe. */
public final class JudgeFile {

    private static final Logger LOG = LoggerFactory.getLogger(JudgeFile.class);

    private final MachineLogSettings settings;
    private final FileGate gate;
    private final CentreCodes codes;
    private final FileVerdicts verdicts;
    private final Clock clock;

    /** Takes what it needs. */
    public JudgeFile(MachineLogSettings settings, CentreCodes codes, FileVerdicts verdicts, Clock clock) {
        this.settings = settings;
        this.gate = new FileGate(settings.gate());
        this.codes = codes;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /**
     * Judges it, in the transaction that is open and that has put the version into the ledger. A file that repeats
     * another one adds nothing and is not judged.
     */
    public void judge(RunContext run, PlannedFile<LogVersion> file, LogVersion version) {
        if (file.duplicateOf() == null) {
            gate.judge(file.path(), version, settings.today(codes.code(file.groupId()), clock.instant()))
                    .ifPresent(cause -> {
                        LOG.atWarn()
                                .addKeyValue("file", file.path())
                                .log("{} failed the quality gate: {}", file.path(), cause);
                        verdicts.failed(run.instance(), file.id(), cause);
                    });
        }
    }
}
