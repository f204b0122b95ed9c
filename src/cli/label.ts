import { kebabOf } from '../queries/fields.ts'
import type { Label } from '../queries/read-input.ts'
import type { Question } from '../queries/question.ts'

/** How a field is written on this command line: `<state>`, `--as-of`. */
export const labelFor = (question: Question): Label => (field) =>
  question.positional.includes(field) ? `<${kebabOf(field)}>` : `--${kebabOf(field)}`
