package org.atelier.run.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * What PgBouncer does in its transaction mode with a pool of one: all clients share one session of the server, each for
 * the length of a transaction. The first client logs in; the others are let in without asking.
 */
public final class OneSessionPooler implements AutoCloseable {

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;
    private static final List<Integer> ANSWERED = List.of(3, 5, 10, 11);

    private final URI server;
    private final ServerSocket listening;
    private final Socket session;
    private final DataInputStream answers;
    private final DataOutputStream requests;
    private final Semaphore free = new Semaphore(1);
    private final List<Message> greeting = new ArrayList<>();

    /** A message of PostgreSQL's protocol. */
    private static final class Message {

        private final int type;
        private final byte[] body;

        Message(int type, byte[] body) {
            this.type = type;
            this.body = body;
        }

        static Message read(DataInputStream in) throws IOException {
            int type = in.readUnsignedByte();
            byte[] body = new byte[in.readInt() - Integer.BYTES];
            in.readFully(body);
            return new Message(type, body);
        }

        void write(DataOutputStream out) throws IOException {
            out.writeByte(type);
            out.writeInt(body.length + Integer.BYTES);
            out.write(body);
            out.flush();
        }
    }

    public OneSessionPooler(String jdbcUrl) throws IOException {
        server = URI.create(jdbcUrl.substring("jdbc:".length()));
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        session = new Socket(InetAddress.getAllByName(server.getHost())[0], server.getPort());
        answers = new DataInputStream(session.getInputStream());
        requests = new DataOutputStream(session.getOutputStream());
        inBackground(this::accept);
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + listening.getInetAddress().getHostAddress() + ":" + listening.getLocalPort()
                + server.getPath();
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The client or the test has gone.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            inBackground(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException, InterruptedException {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            byte[] startup = startup(in, out);
            free.acquire();
            try {
                greet(startup, in, out);
            } finally {
                free.release();
            }
            while (transaction(in, out)) {
                free.release();
            }
        }
    }

    private static byte[] startup(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            byte[] body = new byte[in.readInt() - Integer.BYTES];
            in.readFully(body);
            int code = new DataInputStream(new java.io.ByteArrayInputStream(body)).readInt();
            if (code != SSL_REQUEST && code != GSS_REQUEST) {
                return body;
            }
            out.writeByte('N');
        }
    }

    private void greet(byte[] startup, DataInputStream in, DataOutputStream out) throws IOException {
        if (!greeting.isEmpty()) {
            for (Message message : greeting) {
                message.write(out);
            }
            return;
        }
        requests.writeInt(startup.length + Integer.BYTES);
        requests.write(startup);
        requests.flush();
        Message answer;
        do {
            answer = Message.read(answers);
            answer.write(out);
            boolean asks = answer.type == 'R' && ANSWERED.contains((int) answer.body[3]);
            if (asks) {
                Message.read(in).write(requests);
            } else if (answer.type != 'R' || answer.body[3] == 0) {
                greeting.add(answer);
            }
        } while (answer.type != 'Z');
    }

    /** Until the session is in no transaction any more; false when the client has gone. */
    private boolean transaction(DataInputStream in, DataOutputStream out) throws IOException, InterruptedException {
        Message request = Message.read(in);
        free.acquire();
        boolean goesOn = false;
        try {
            while (request.type != 'X') {
                request.write(requests);
                if ((request.type == 'Q' || request.type == 'S') && answer(out) == 'I') {
                    goesOn = true;
                    return true;
                }
                request = Message.read(in);
            }
            return false;
        } finally {
            if (!goesOn) {
                // Said good-bye or gone amid its transaction.
                new Message('Q', "rollback\0".getBytes(StandardCharsets.US_ASCII)).write(requests);
                answer(new DataOutputStream(java.io.OutputStream.nullOutputStream()));
                free.release();
            }
        }
    }

    private int answer(DataOutputStream out) throws IOException {
        Message answer;
        do {
            answer = Message.read(answers);
            answer.write(out);
        } while (answer.type != 'Z');
        if (answer.body.length == 0) {
            throw new EOFException();
        }
        return answer.body[0];
    }

    @Override
    public void close() throws IOException {
        listening.close();
        session.close();
    }
}
