import type { Request } from 'express'
import { formatNamed, formatsOf, mediaTypes, type Format } from '../../exports/format.ts'
import type { Question } from '../../queries/question/question.ts'
import { Refusal } from '../problems/refusal.ts'
import { endingOf } from './ending.ts'

/** The format that a request asks for: by its query or the ending of its path, else by its Accept header. */
export const formatAsked = (question: Question, request: Request, said: string | undefined): Format => {
  const named = endingOf(request, said) ?? said
  return named === undefined ? accepted(question, request) : formatNamed(question, named, 'format')
}

/** JSON, unless the client likes another form better. Throws 406 where it takes none that there is. */
const accepted = (question: Question, request: Request): Format => {
  const offered: readonly Format[] = ['json', ...formatsOf(question).filter((format) => format !== 'json')]
  const types = offered.map((format) => mediaTypes[format].split(';')[0] as string)
  const best = request.accepts(types)
  const format = best === false ? undefined : offered[types.indexOf(best)]
  if (format !== undefined) return format
  throw new Refusal(406, 'not-acceptable', `"${request.get('Accept') ?? ''}" is none of the forms of this answer.`, {
    where: 'Accept',
    hint: `Expected one of: ${types.join(', ')}.`,
  })
}
