import type { EndNote } from './end-note.ts'

/**
 * States that are no more, as the depositary calls them in its notes, with the name that is looked up and the last day
 * on which they could act. A day after it is a slip of the note: it is left to a reader.
 */
export interface FormerState {
  readonly pattern: string
  readonly name: string
  readonly until: string
  /** What a reviewer should know of it. */
  readonly remark?: string
}

export const formerStates: readonly FormerState[] = [
  { pattern: 'Czechoslovakia', name: 'Czechoslovakia', until: '1992-12-31' },
  { pattern: 'former Yugoslavia', name: 'Yugoslavia', until: '1992-04-26' },
  { pattern: 'German Democratic Republic', name: 'German Democratic Republic', until: '1990-10-02' },
  { pattern: 'Democratic Yemen', name: 'Democratic Yemen', until: '1990-05-21' },
  { pattern: 'Yemen Arab Republic', name: 'Yemen Arab Republic', until: '1990-05-21' },
  { pattern: 'Republic of South Viet Nam', name: 'Republic of Viet Nam', until: '1975-04-30' },
  { pattern: 'Republic of Viet Nam', name: 'Republic of Viet Nam', until: '1975-04-30' },
  {
    pattern: 'Republic of China',
    name: 'Republic of China',
    until: '1971-10-25',
    remark: 'Until 25 October 1971 this government acted for China in the United Nations; the note stands under China.',
  },
]

const anyFormer = formerStates.map(({ pattern }) => pattern).join('|')

/** Source of a pattern for any of them: its one group is what the note calls the state. */
export const aFormerState = `(?:[Tt]he )?(?:Government of (?:the )?)?(${anyFormer})`

/**
 * The state that `aFormerState` found, if it could act on that day. `Socialist Republic of Viet Nam` is none of them.
 */
export const formerState = (called: string, day: string): FormerState | undefined =>
  formerStates.find(({ pattern, until }) => pattern.toLowerCase() === called.toLowerCase() && day <= until)

/** Source of a pattern for a name as the notes write names: capital words, and what may stand between them. */
export const aName = "(?:[A-Z][\\p{L}'’.-]*(?: (?:of|and|the|[A-Z(][\\p{L}'’.()-]*))*)"

/** Source of a pattern for a government: its one group is the state, as the note names it. */
export const aGovernment = `(?:[Tt]he )?Govern(?:- )?ment of (?:the )?(${aName})`

/**
 * The participant that a note means by a name, of those that refer to it: `Plurinational State of Bolivia` is the row
 * `Bolivia (Plurinational State of)`. Who does not refer to the note may be anybody, a signatory of another agreement.
 * A state that is no more is no participant, whatever its name has in common with one.
 */
export const participantCalled = ({ participants }: EndNote, called: string): string | undefined => {
  const plain = called.replace(/^The /, '')
  if (formerStates.some(({ pattern }) => pattern === plain)) return undefined
  return participants.find(({ name }) => plain.includes(name.split(' (')[0] ?? name) || name.includes(plain))?.name
}
