/**
 * Where a key leads on a slider whose steps are the days on which something changed: arrows one change on or back, page
 * keys a tenth of them, Home and End the first and the last. Undefined for keys that do nothing here.
 */
export const stepKeys = (key: string, now: number, changes: readonly number[]): number | undefined => {
  const tenth = Math.max(1, Math.round(changes.length / 10))
  // The place of the last change at or before now; -1 before the first.
  const place = changes.findLastIndex((change) => change <= now)
  const isOn = changes[place] === now
  const back = (steps: number): number => place - steps + (isOn ? 0 : 1)
  const places: Readonly<Record<string, number>> = {
    ArrowRight: place + 1,
    ArrowUp: place + 1,
    ArrowLeft: back(1),
    ArrowDown: back(1),
    PageUp: place + tenth,
    PageDown: back(tenth),
    Home: 0,
    End: changes.length - 1,
  }
  const wanted = places[key]
  if (wanted === undefined || changes.length === 0) return undefined
  return changes[Math.min(Math.max(wanted, 0), changes.length - 1)]
}
