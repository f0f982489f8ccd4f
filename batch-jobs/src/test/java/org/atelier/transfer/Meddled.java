package org.atelier.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** A real directory whose use is watched and disturbed. */
class Meddled implements RemoteDirectory {
    private final RemoteDirectory directory;
    private final List<Long> offsets = new ArrayList<>();

    Meddled(RemoteDirectory directory) {
        this.directory = directory;
    }

    /** A directory whose streams break after so many bytes. */
    static Meddled cutAfter(RemoteDirectory directory, int bytes) {
        return new Meddled(directory) {
            @Override
            public InputStream open(String path, long offset) throws IOException {
                return new Cut(super.open(path, offset), bytes);
            }
        };
    }

    /** From where files were read. */
    List<Long> offsets() {
        return offsets;
    }

    @Override
    public String label() {
        return directory.label();
    }

    @Override
    public RemoteListing look(String path) throws IOException {
        return directory.look(path);
    }

    @Override
    public RemoteFacts facts(String path) throws IOException {
        return directory.facts(path);
    }

    @Override
    public InputStream open(String path, long offset) throws IOException {
        offsets.add(offset);
        return directory.open(path, offset);
    }

    @Override
    public void rename(String path, String target) throws IOException {
        directory.rename(path, target);
    }

    @Override
    public void delete(String path) throws IOException {
        directory.delete(path);
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }

    private static final class Cut extends FilterInputStream {
        private int left;

        Cut(InputStream in, int bytes) {
            super(in);
            this.left = bytes;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                throw new IOException("the cable was cut");
            }
            int count = super.read(buffer, offset, Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }
    }
}
