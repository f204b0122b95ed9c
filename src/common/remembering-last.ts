/** What is made for a key, and remembered until another key is asked for: for keys that come one after the other. */
export const rememberingLast = <K, V>(make: (key: K) => V): ((key: K) => V) => {
  let last: { readonly key: K; readonly made: V } | undefined
  return (key) => {
    if (last === undefined || last.key !== key) last = { key, made: make(key) }
    return last.made
  }
}
