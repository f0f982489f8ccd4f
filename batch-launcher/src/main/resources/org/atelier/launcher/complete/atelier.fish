# Completion of atelier for fish. Once: atelier completion fish > ~/.config/fish/completions/atelier.fish
function __atelier_complete
    set -l before (commandline -opc)
    set -l typed (commandline -ct)
    set -l found (command $before[1] __complete -- $before[2..] "$typed" 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        __fish_complete_path "$typed"
    end
end
complete -c atelier -f -k -a '(__atelier_complete)'
