import { fieldsOf } from '../../src/queries/question/fields.ts'
import type { Question } from '../../src/queries/question/question.ts'
import { questions } from '../../src/queries/index.ts'

/** A question with all that is given to it, as every face takes it. */
export interface Asked {
  readonly name: string
  readonly given: Readonly<Record<string, string>>
}

const company = { state: 'bra', score: 'cirights:physint', asOf: '2000-01-01' }

/** What the benchmark asks, cheap ones first. */
export const asked: readonly Asked[] = [
  { name: 'status', given: { state: 'deu', subject: 'cat' } },
  { name: 'timeline', given: { state: 'deu', subject: 'cat' } },
  { name: 'treaty', given: { treaty: 'cat' } },
  { name: 'world', given: { subject: 'cat', asOf: '2010-01-01' } },
  { name: 'memberships', given: { state: 'bra', asOf: '2000-01-01' } },
  { name: 'exposure', given: company },
  { name: 'explain exposure', given: company },
  { name: 'spread', given: { subject: 'cat' } },
  { name: 'panel exposure', given: { score: 'cirights:physint', from: '1981', to: '2014' } },
]

export const questionOf = ({ name }: Asked): Question => {
  const question = questions.find((each) => each.name === name)
  if (question === undefined) throw new Error(`no question "${name}"`)
  return question
}

const split = (one: Asked) => {
  const { positional } = questionOf(one)
  return {
    inPlace: positional.flatMap((name) => one.given[name] ?? []),
    named: Object.entries(one.given).filter(([name]) => !positional.includes(name)),
  }
}

/** The words of its command. */
export const commandOf = (one: Asked): readonly string[] => {
  const { inPlace, named } = split(one)
  const flagOf = (name: string): string =>
    fieldsOf(questionOf(one)).find((field) => field.name === name)?.kebab ?? (name === 'asOf' ? 'as-of' : name)
  return [...one.name.split(' '), ...inPlace, ...named.flatMap(([name, value]) => [`--${flagOf(name)}`, value])]
}

/** Where a server answers it. */
export const pathOf = (one: Asked): string => {
  const { inPlace, named } = split(one)
  const path = ['', 'v1', ...one.name.split(' '), ...inPlace.map(encodeURIComponent)].join('/')
  return named.length === 0 ? path : `${path}?${new URLSearchParams(named).toString()}`
}
