import { inOrderOfCitation, type Reference, type Report, type Sentence } from '../queries/question/report.ts'

/** What every form of a report says beside it: what the answer is, and on which terms its sources are to be had. */
export interface Colophon {
  /** Its clocks and its release; then what may not be passed on, where something may not. A line each. */
  readonly named: readonly string[]
  readonly terms?: string | undefined
}

/** The number of each reference, by its id: 1 is the one that is cited first. */
export type Numbers = ReadonlyMap<string, number>

export const numbersOf = (report: Report): Numbers =>
  new Map(inOrderOfCitation(report).map((id, index) => [id, index + 1]))

/** The references in the order of their numbers. */
export const numberedReferences = (report: Report, numbers: Numbers): readonly Reference[] =>
  report.references.toSorted((a, b) => numberOf(numbers, a.id) - numberOf(numbers, b.id))

const numberOf = (numbers: Numbers, id: string): number => numbers.get(id) ?? Number.POSITIVE_INFINITY

/** A reference in a citation, or the first and the last of at least three whose numbers follow each other. */
export interface Run {
  readonly first: Cited
  readonly last?: Cited
}
interface Cited {
  readonly id: string
  readonly number: number
}

/** What a citation in brackets lists, by number: of 7, 3, 8, 9 and 4 it is 3, 4 and 7 to 9. */
export const runsOf = (cites: Sentence['cites'], numbers: Numbers): readonly Run[] => {
  const cited = [...new Set(cites)]
    .map((id): Cited => ({ id, number: numberOf(numbers, id) }))
    .toSorted((a, b) => a.number - b.number)
  const rows: Cited[][] = []
  for (const one of cited) {
    const row = rows.at(-1)
    if (row?.at(-1)?.number === one.number - 1) row.push(one)
    else rows.push([one])
  }
  return rows.flatMap((row): readonly Run[] => {
    const [first, last] = [row[0], row.at(-1)]
    return row.length > 2 && first !== undefined && last !== undefined
      ? [{ first, last }]
      : row.map((one) => ({ first: one }))
  })
}

export const kindNames: Readonly<Record<Reference['kind'], string>> = {
  event: 'Event',
  coverage: 'Coverage',
  question: 'Answer',
}

/** Whether an address may be linked: it is one of the web, and nothing in it could end the link. */
export const isWebAddress = (url: string): boolean => /^https?:\/\/[^\s<>"`\\]+$/i.test(url)
