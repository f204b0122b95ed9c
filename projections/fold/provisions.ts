/** A provision as its steps: `16(1)(c)` is 16, 1, c. Words for "article" and marks between say nothing. */
const stepsOf = (provision: string): readonly string[] =>
  provision
    .toLowerCase()
    .replace(/^\s*(articles?|arts?\.?|paragraphs?|paras?\.?)\s*/, '')
    .split(/[\s().,/]+/)
    .filter((step) => step !== '')

/** Whether the second provision is the first, or lies within it: 16 holds 16(1)(c), and not the other way round. */
export const holds = (whole: string, part: string): boolean => {
  const inner = stepsOf(part)
  return stepsOf(whole).every((step, index) => step === inner[index])
}

/**
 * Whether one of two provisions lies within the other: a reservation to 16(1)(c) touches 16, and one to 16 touches
 * 16(1)(c).
 */
export const touches = (a: string, b: string): boolean => holds(a, b) || holds(b, a)

/** What is left of some provisions once others are taken back. What is taken back of a part leaves the whole named. */
export const without = (provisions: readonly string[], gone: readonly string[]): readonly string[] =>
  provisions.filter((provision) => !gone.some((one) => holds(one, provision)))
