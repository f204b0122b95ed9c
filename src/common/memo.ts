/** What is made for a key once, and kept for as long as the function is. */
export const memo = <V, K extends string | number = string>(make: (key: K) => V): ((key: K) => V) => {
  const made = new Map<K, V>()
  return (key) => {
    const value = made.get(key) ?? make(key)
    made.set(key, value)
    return value
  }
}
