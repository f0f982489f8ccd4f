# Completion of atelier for bash. In ~/.bashrc: eval "$(atelier completion bash)"
_atelier() {
    local line=${COMP_LINE:0:COMP_POINT} word description
    local -a words
    read -ra words <<<"$line"
    case $line in *[[:space:]]) words+=('') ;; esac
    # Bash takes what stands before one of these for a word of its own; candidates are whole words.
    local typed=${words[${#words[@]} - 1]}
    local apart=${typed%"${typed##*[=:@]}"}
    COMPREPLY=()
    while IFS=$'\t' read -r word description; do
        COMPREPLY+=("${word#"$apart"}")
    done < <("$1" __complete -- "${words[@]:1}" 2>/dev/null)
    case ${COMPREPLY[0]-} in *=) compopt -o nospace 2>/dev/null ;; esac
    return 0
}
complete -o default -F _atelier atelier
