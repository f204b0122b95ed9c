/**
 * What is known of a statement: that it holds, that it does not, or neither (Kleene's strong logic of three values).
 */
export type Truth = 'yes' | 'no' | 'unknown'

/** Whether all of some hold: one that does not decides; of none, they do. */
export const all = (truths: readonly Truth[]): Truth => {
  if (truths.includes('no')) return 'no'
  return truths.includes('unknown') ? 'unknown' : 'yes'
}

/** Whether any of some holds: one that does decides; of none, it does not. */
export const any = (truths: readonly Truth[]): Truth => {
  if (truths.includes('yes')) return 'yes'
  return truths.includes('unknown') ? 'unknown' : 'no'
}

const opposites: Readonly<Record<Truth, Truth>> = { yes: 'no', no: 'yes', unknown: 'unknown' }

export const not = (truth: Truth): Truth => opposites[truth]

/** Whether at least so many of some hold: 3 of yes, yes, yes, unknown do; of yes, yes, no, unknown nobody knows. */
export const atLeast = (count: number, truths: readonly Truth[]): Truth => {
  const held = truths.filter((truth) => truth === 'yes').length
  if (held >= count) return 'yes'
  return held + truths.filter((truth) => truth === 'unknown').length >= count ? 'unknown' : 'no'
}
