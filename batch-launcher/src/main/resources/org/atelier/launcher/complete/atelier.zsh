#compdef atelier
# Completion of atelier for zsh. In ~/.zshrc, after compinit: eval "$(atelier completion zsh)"
_atelier() {
    local word description
    local -a found joined
    while IFS=$'\t' read -r word description; do
        found+=("${word//:/\\:}${description:+:$description}")
        [[ $word != *= ]] || joined=(-S '')
    done < <("${(Q)words[1]}" __complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)
    if (( $#found )); then
        _describe -V 'atelier' found "${joined[@]}"
    else
        _files
    fi
}
if [[ ${funcstack[1]-} == _atelier ]]; then
    _atelier "$@"
else
    compdef _atelier atelier
fi
