import type { z } from 'zod'
import { closest } from '../../common/closest.ts'

/** As much of a schema as is looked at to find the keys that it knows. */
interface Node {
  readonly def: {
    readonly shape?: Readonly<Record<string, Node>>
    readonly options?: readonly Node[]
    readonly element?: Node
    readonly items?: readonly Node[]
    readonly valueType?: Node
    readonly innerType?: Node
  }
}

/** The message of an issue; of a key or a value that nobody knows, with the nearest that somebody does. */
export const messageWithNearest = (issue: z.core.$ZodIssue, schema: z.ZodType): string => {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema as unknown as Node, issue.path)
    return issue.keys.map((key) => `"${key}" is no key here. ${nearest(key, known)}`).join('; ')
  }
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) {
    const { input } = issue
    const word = (input as Readonly<Record<string, unknown>> | undefined)?.[String(issue.path.at(-1))]
    return noneOf(String(word), issue.options.map(String))
  }
  if (issue.code !== 'invalid_value' || typeof issue.input !== 'string') return issue.message
  return noneOf(issue.input, issue.values.map(String))
}

const noneOf = (word: string, known: readonly string[]): string => {
  const near = closest(word, known)
  return `"${word}" is none of these: ${known.join(', ')}.${near.length > 0 ? ` Closest: ${near.join(', ')}.` : ''}`
}

const nearest = (word: string, known: readonly string[]): string => {
  const near = closest(word, known)
  if (near.length > 0) return `Closest: ${near.join(', ')}.`
  return known.length > 12 ? '' : `Known: ${known.join(', ')}.`
}

/** The keys that a schema knows at a place. */
const keysAt = (schema: Node, path: readonly PropertyKey[]): readonly string[] => {
  const nodes = path.reduce<readonly Node[]>((at, step) => at.flatMap((node) => childrenOf(node, step)), open(schema))
  return [...new Set(nodes.flatMap(({ def }) => Object.keys(def.shape ?? {})))]
}

const childrenOf = ({ def }: Node, step: PropertyKey): readonly Node[] =>
  [
    def.shape?.[String(step)],
    def.element,
    def.valueType,
    typeof step === 'number' ? def.items?.[step] : undefined,
  ].flatMap((child) => (child === undefined ? [] : open(child)))

/** What stands behind defaults, options of one another and what may be left out. */
const open = (node: Node): readonly Node[] => {
  if (node.def.innerType !== undefined) return open(node.def.innerType)
  return node.def.options === undefined ? [node] : node.def.options.flatMap(open)
}
