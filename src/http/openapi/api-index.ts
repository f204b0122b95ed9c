import { fieldsOf } from '../../queries/question/fields.ts'
import { formatsOf } from '../../exports/format.ts'
import type { Question } from '../../queries/question/question.ts'
import { pathOf } from '../service/paths.ts'

/** What can be asked, for people who look around: `GET /v1`. */
export const indexOf = (questions: readonly Question[], under: string) => ({
  clocks: {
    asOf: 'the day the answer is about; today by default',
    asKnownAt: 'what the log knew then; all it knows by default',
  },
  openapi: '/openapi.json',
  questions: questions.map((question) => ({
    name: question.name,
    asks: question.asks,
    path: `${pathOf(question, under)}${question.positional.map((name) => `/{${name}}`).join('')}`,
    formats: formatsOf(question),
    parameters: fieldsOf(question).map(({ name, description, positional, required }) => ({
      name,
      in: positional ? 'path' : 'query',
      required,
      description,
    })),
  })),
})
