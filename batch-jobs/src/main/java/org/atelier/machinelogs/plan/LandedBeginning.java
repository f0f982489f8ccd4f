package org.atelier.machinelogs.plan;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.atelier.files.LandedContent;
import org.atelier.transfer.Contents;

/** Compares two contents in the landing area block by block. */
public final class LandedBeginning implements Duplicates.BeginningTest {

    private static final int BLOCK = 64 * 1024;

    private final Contents landing;

    /** @param landing where both contents are */
    public LandedBeginning(Contents landing) {
        this.landing = landing;
    }

    @Override
    public boolean isBeginning(CentreFile shorter, CentreFile longer) throws IOException {
        try (InputStream first = open(shorter);
                InputStream second = open(longer)) {
            while (true) {
                byte[] block = first.readNBytes(BLOCK);
                if (block.length == 0) {
                    return true;
                }
                if (!Arrays.equals(block, second.readNBytes(block.length))) {
                    return false;
                }
            }
        }
    }

    private InputStream open(CentreFile file) throws IOException {
        return LandedContent.open(landing, file.path(), file.version().sha256());
    }
}
