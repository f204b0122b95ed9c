import { names, type Names } from '../ask/names.ts'
import { NameIndex, type Entry } from './name-index.ts'

type Named = Omit<Entry, 'kind'>

const of = (kind: Entry['kind'], entries: readonly Named[]): readonly Entry[] =>
  entries.map(({ id, name, also }) => ({ kind, id, name, also }))

/** A treaty goes by what it is spoken of as; its title is another name of it. */
const spokenOf = ({ id, name, also, shortTitle }: Names['treaties'][number]): Named =>
  shortTitle === null ? { id, name, also } : { id, name: shortTitle, also: [name, ...also] }

/** Everything that an answer names, norms first. */
export const entriesOf = ({ norms, treaties, states, organisations, indicators }: Names): readonly Entry[] => [
  ...of('norm', norms),
  ...of('treaty', treaties.map(spokenOf)),
  ...of('state', states),
  ...of('organisation', organisations),
  ...of(
    'score',
    indicators.map(({ id, indicator, rater }) => ({ id, name: `${indicator} by ${rater}`, also: [indicator] })),
  ),
]

let made: Promise<NameIndex> | undefined

/** The index of names, made once; a failure is forgotten, so that the next letter asks again. */
export const indexOfNames = (): Promise<NameIndex> => {
  made ??= names()
    .then((known) => new NameIndex(entriesOf(known)))
    .catch((thrown: unknown) => {
      made = undefined
      throw thrown
    })
  return made
}
