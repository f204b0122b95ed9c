import { badInput } from '../../common/error.ts'
import { igoFields } from '../../events/igo.ts'
import { readBy } from '../question/inputs.ts'

/** What organisations may be sorted by: how many states belong to them, where these lie, and what they are for. */
export const igoClasses = ['universal', 'regional', ...igoFields] as const
export type IgoClass = (typeof igoClasses)[number]

const comparisons = {
  '>': (value: number, bound: number) => value > bound,
  '>=': (value: number, bound: number) => value >= bound,
  '<': (value: number, bound: number) => value < bound,
  '<=': (value: number, bound: number) => value <= bound,
  '=': (value: number, bound: number) => value === bound,
} as const

/** One condition on organisations, as a user wrote it: an organisation itself, a class, or a number of theirs. */
export type IgoCondition = { readonly isNegated: boolean } & (
  | { readonly kind: 'organisation'; readonly word: string }
  | { readonly kind: 'class'; readonly of: IgoClass }
  | { readonly kind: 'attribute'; readonly attribute: string; readonly holds: (value: number) => boolean }
)

/** The conditions that choose organisations, and the text that they were read from. */
export interface IgoConditions {
  readonly text: string
  readonly all: readonly IgoCondition[]
}

/** The id of an attribute: `mia:pooling` is the column `pooling` of the series `mia`. */
export const attributeId = (word: string): string => word.trim().replaceAll(':', '-')

const expected =
  'expected an organisation (un), a class ' +
  `(${igoClasses.join(', ')}) or a comparison with a number (mia:pooling>0), each negated by a ! before it`

const conditionOf = (text: string): IgoCondition => {
  const isNegated = text.startsWith('!')
  const word = text.slice(isNegated ? 1 : 0).trim()
  const named = igoClasses.find((one) => one === word)
  if (named !== undefined) return { isNegated, kind: 'class', of: named }
  const [, attribute = '', sign = '', bound = ''] = /^([^<>=]*)(>=|<=|>|<|=)([^<>=]*)$/.exec(word) ?? []
  const number = bound.trim() === '' ? Number.NaN : Number(bound)
  const compares = sign in comparisons ? comparisons[sign as keyof typeof comparisons] : undefined
  if (compares !== undefined && attribute.trim() !== '' && Number.isFinite(number))
    return {
      isNegated,
      kind: 'attribute',
      attribute: attributeId(attribute),
      holds: (value) => compares(value, number),
    }
  if (word === '' || /[<>=:]/.test(word)) throw badInput('bad-input', `"${text}" is no condition; ${expected}`)
  return { isNegated, kind: 'organisation', word }
}

/** Conditions with commas between: `mia:pooling>0,!universal`. Throws `bad-input` for what is none. */
export const parseIgoConditions = (text: string): IgoConditions => {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  if (words.length === 0) throw badInput('bad-input', `"${text}" names nothing; ${expected}`)
  return { text: words.join(','), all: words.map(conditionOf) }
}

export const igosInput = readBy(parseIgoConditions)

/** Whether a class is among the conditions. */
export const asksForClass = (conditions: IgoConditions | undefined, of: IgoClass): boolean =>
  conditions?.all.some((one) => one.kind === 'class' && one.of === of) ?? false
