package org.atelier.api.users;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.atelier.accounts.AccountRules;
import org.atelier.accounts.Role;
import org.atelier.api.web.FieldFault;
import org.atelier.api.web.RequestRefusedException;

/** Rules of accounts that no annotation says. */
final class JudgeUser {

    private JudgeUser() {}

    /** @throws RequestRefusedException 422 with every fault */
    static void newcomer(NewUser user) {
        FieldFault[] faults = Stream.concat(
                        AccountRules.faultOfUsername(user.username()).stream()
                                .map(words -> new FieldFault("username", words)),
                        AccountRules.faultOfPassword(user.username(), user.password()).stream()
                                .map(words -> new FieldFault("password", words)))
                .toArray(FieldFault[]::new);
        if (faults.length > 0) {
            throw RequestRefusedException.invalid(faults);
        }
    }

    /** @throws RequestRefusedException 422 */
    static void password(String username, String password) {
        AccountRules.faultOfPassword(username, password).ifPresent(words -> {
            throw RequestRefusedException.invalid(new FieldFault("password", words));
        });
    }

    /** @throws RequestRefusedException 422 when there is no such role */
    static Set<Role> roles(List<String> words) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : words) {
            roles.add(Role.of(String.valueOf(word))
                    .orElseThrow(() -> RequestRefusedException.invalid(
                            new FieldFault("roles", "must be of reader, operator, admin, ingest"))));
        }
        return roles;
    }
}
