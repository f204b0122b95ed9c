import { z } from 'zod'
import { unpublishedReasons } from '../subjects/published-scores.ts'
import { counted } from '../question/output-fields.ts'
import { firstFew } from '../../text/shorten.ts'
import type { CompanyOn } from './company-on.ts'
import { metBy } from './exposure-coverage.ts'

export const unpublishedOut = z
  .object({
    notYet: z.array(z.string()).describe('Not yet published by the day asked about'),
    unknown: z.array(z.string()).describe('Of which no source says when, or says it more exactly than that day'),
  })
  .optional()
  .describe('With published: partners of the state that have a score, which was not read')
export type Unpublished = z.output<typeof unpublishedOut>

/** The partners of a state that have a score which is not read: by why that is. */
export const unpublishedIn = ({ company, scoreOf, indexOf }: CompanyOn) => {
  const [notYet, unknown] = unpublishedReasons.map((reason) =>
    Int32Array.from(company.states, (state, j) => (scoreOf(state)?.missing === reason ? j : -1)),
  ) as [Int32Array, Int32Array]
  return (state: string): { readonly notYet: string[]; readonly unknown: string[] } => {
    const i = indexOf(state)
    const of = (places: Int32Array): string[] =>
      i === undefined ? [] : metBy(company, i, places, places.length).map((j) => company.states[j] ?? '')
    return { notYet: of(notYet), unknown: of(unknown) }
  }
}

/** The same as a field of an answer: none where that is not asked. */
export const unpublishedFor = (
  { published }: { readonly published: boolean },
  on: CompanyOn,
  state: string,
): { readonly unpublished?: NonNullable<Unpublished> } => (published ? { unpublished: unpublishedIn(on)(state) } : {})

/** Whose score was not read, and why. */
export const unpublishedText = (unpublished: Unpublished, most: number): readonly string[] => {
  const parts = [
    ['not yet published', unpublished?.notYet ?? []],
    ['nobody says when it was published', unpublished?.unknown ?? []],
  ] as const
  return parts.flatMap(([why, states]) =>
    states.length === 0 ? [] : [`  not read, ${why}: ${counted(states.length, 'partner')} (${firstFew(states, most)})`],
  )
}
