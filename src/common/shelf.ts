/** A value that can be made again. */
export interface Shelved {
  /** About how much memory it takes. */
  readonly bytes: number
  /** How new it is: what is older than the newest is given up before it. */
  readonly age: number
  /** Forgets it. */
  readonly drop: () => void
}

/** Keeps account of values that can be made again. */
export interface Shelf {
  readonly put: (key: object, value: Shelved) => void
  /** Says that it was used, and how new it is by now. */
  readonly touch: (key: object, age?: number) => void
  /** Gives it up, as what has another in its place. */
  readonly remove: (key: object) => void
}

/**
 * Values that together take no more than so many bytes. Where there are more, the past ones go first, then those of the
 * newest age, and of either those that were not used for longest. One that alone takes more is not kept at all.
 */
export const shelfOf = (most: number): Shelf => {
  const values = new Map<object, Shelved>()
  let [bytes, newest] = [0, 0]
  const giveUp = (key: object): void => {
    const value = values.get(key)
    if (value === undefined) return
    values.delete(key)
    bytes -= value.bytes
    value.drop()
  }
  const makeRoom = (past: boolean): void => {
    for (const [key, { age }] of values) {
      if (bytes <= most) return
      if (age < newest === past) giveUp(key)
    }
  }
  return {
    put: (key, value) => {
      giveUp(key)
      if (value.bytes > most) return value.drop()
      values.set(key, value)
      bytes += value.bytes
      newest = Math.max(newest, value.age)
      makeRoom(true)
      makeRoom(false)
    },
    touch: (key, age) => {
      const value = values.get(key)
      if (value === undefined) return
      values.delete(key)
      values.set(key, age === undefined ? value : { ...value, age })
      newest = Math.max(newest, age ?? newest)
    },
    remove: giveUp,
  }
}
