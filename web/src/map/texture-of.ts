import type { Family } from '../words/statuses.ts'

/** What is drawn over a colour: lines that rise, fall, cross, lie level or stand upright, or dots. */
export type Texture = 'rising' | 'falling' | 'crossed' | 'level' | 'upright' | 'dotted'

/**
 * What tells a family apart where its colour might not: to an eye that takes red for green, and in a copy without
 * colour. Those without a texture are the steps of the ladder and `none`, which stay apart by lightness.
 */
export const textureOf: Readonly<Partial<Record<Family, Texture>>> = {
  leaving: 'falling',
  left: 'crossed',
  against: 'level',
  unknown: 'rising',
  outside: 'dotted',
  untold: 'upright',
}
