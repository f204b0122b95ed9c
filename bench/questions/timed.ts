/** How many milliseconds a server takes until the last byte of an answer is there. Throws where it answers none. */
export const timed = async (address: string): Promise<number> => {
  const start = performance.now()
  const response = await fetch(address)
  const text = await response.text()
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}: ${text.slice(0, 300)}`)
  return performance.now() - start
}
