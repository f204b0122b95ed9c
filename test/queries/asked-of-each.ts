import { fieldsOf } from '../../src/queries/question/fields.ts'
import type { Question } from '../../src/queries/question/question.ts'
import type { aRivalWorld } from '../support/rival-world.ts'

type Before = Awaited<ReturnType<typeof aRivalWorld>>['before']

const given: Readonly<Record<string, string>> = {
  state: 'toya',
  a: 'toya',
  b: 'toyb',
  subject: 'toytreaty',
  treaty: 'toytreaty',
  score: 'toy:score',
  igo: 'toyo1',
  norm: 'torture',
  campaign: 'campaign-toy',
  rater: 'toy',
  source: 'toy-list',
  from: '1990',
  since: '1990-12-31',
  to: '1990',
  system: 'un',
}

/** Questions that compare a first year with a last one. */
const compareYears: ReadonlySet<string> = new Set(['convergence', 'influence'])

/** What stands for one field of a question: `diff` goes from a moment, `trends` compare two scores. */
const valueOf = ({ name }: Question, field: string, before: Before): string | undefined => {
  if (field === 'to' && compareYears.has(name)) return '1991'
  if (name === 'diff' && field === 'from') return before.instant
  if (field === 'proposal') return before.proposal
  return name === 'trends' && field === 'score' ? 'toy:score,toy:other' : given[field]
}

/** A field that is not required, where one of several is. */
const chosen: Readonly<Record<string, string>> = { 'spells memberships': 'igo', 'spells scores': 'state' }

/** What a user gives to ask a question of the world of rivals: all that is required, and what is to be averaged. */
export const inputOf = (question: Question, before: Before): Readonly<Record<string, string>> => {
  const fields = fieldsOf(question).filter(
    ({ name, required }) => required || name === 'score' || name === chosen[question.name],
  )
  return Object.fromEntries(
    fields.map(({ name }) => {
      const value = valueOf(question, name, before)
      if (value === undefined) throw new Error(`"${question.name}" requires "${name}": say here what to give for it.`)
      return [name, value]
    }),
  )
}
