package org.atelier.transfer;

import java.util.HashSet;
import java.util.Set;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractive;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.session.ClientSession;
import org.atelier.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Answers a server that asks instead of taking a password as such. A prompt whose answer nobody may see gets the
 * password, whatever language it is in; one whose answer shows gets nothing. A hidden prompt that comes again had the
 * wrong answer: it is given up, so that no account is locked by trying.
 */
final class PasswordPrompts implements UserInteraction {
    /** More questions than any login has. */
    private static final int MOST_ROUNDS = 16;

    /** The method, without the library's look for the English word in the prompt. */
    static final UserAuthKeyboardInteractiveFactory METHOD = new UserAuthKeyboardInteractiveFactory() {
        @Override
        public UserAuthKeyboardInteractive createUserAuth(ClientSession session) {
            return new UserAuthKeyboardInteractive() {
                @Override
                protected boolean useCurrentPassword(
                        ClientSession asked,
                        String password,
                        String name,
                        String instruction,
                        String language,
                        String[] prompt,
                        boolean[] echo) {
                    return false;
                }
            };
        }
    };

    private final Secret password;
    private final Set<String> answered = new HashSet<>();
    private int rounds;
    private volatile @Nullable String open;

    PasswordPrompts(Secret password) {
        this.password = password;
    }

    @Override
    public synchronized String @Nullable [] interactive(
            ClientSession session,
            String name,
            String instruction,
            String language,
            String[] prompts,
            boolean[] shown) {
        String[] answers = new String[prompts.length];
        Set<String> now = new HashSet<>();
        for (int i = 0; i < prompts.length; i++) {
            answers[i] = shown[i] ? "" : password.reveal();
            if (shown[i]) {
                open = prompts[i];
            } else if (answered.contains(prompts[i])) {
                return null;
            } else {
                now.add(prompts[i]);
            }
        }
        answered.addAll(now);
        return ++rounds > MOST_ROUNDS ? null : answers;
    }

    @Override
    public @Nullable String getUpdatedPassword(ClientSession session, String prompt, String language) {
        open = prompt;
        return null;
    }

    /** What the server asked that has no answer here, such as a code of a second factor; empty if nothing. */
    String unanswered() {
        String prompt = open;
        if (prompt == null || prompt.isBlank() || prompt.contains(password.reveal())) {
            return "";
        }
        return "; it also asked \"" + RemotePath.shown(prompt.strip()) + "\", which nobody answers here";
    }
}
