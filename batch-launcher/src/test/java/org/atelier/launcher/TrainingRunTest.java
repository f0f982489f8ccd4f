package org.atelier.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrainingRunTest {

    @Test
    void loads_what_brings_log_files() throws Exception {
        assertThat(TrainingRun.classes("machine-logs"))
                .contains(
                        "org.atelier.launcher.Atelier",
                        "org.apache.commons.net.ftp.FTPClient",
                        "org.apache.commons.net.ftp.parser.UnixFTPEntryParser",
                        "org.atelier.transfer.FtpDirectory",
                        "org.atelier.machinelogs.MachineLogJob")
                .noneMatch(name -> name.startsWith("com.mysql") || name.startsWith("sun."));
    }

    @Test
    void loads_what_reads_the_erp() throws Exception {
        assertThat(TrainingRun.classes("orders"))
                .contains(
                        "org.atelier.launcher.Atelier",
                        "com.mysql.cj.jdbc.ConnectionImpl",
                        "com.mysql.cj.protocol.a.NativeProtocol",
                        "org.atelier.orders.erp.ErpConnection",
                        "sun.security.ssl.SSLContextImpl",
                        "com.sun.crypto.provider.GaloisCounterMode");
    }
}
