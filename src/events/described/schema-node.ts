import { z } from 'zod'

/** A part of a JSON Schema, as far as it is looked into. */
export interface SchemaNode {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly required?: readonly string[]
  readonly items?: SchemaNode
  readonly anyOf?: readonly SchemaNode[]
  readonly oneOf?: readonly SchemaNode[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly format?: string
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, SchemaNode>>
}

const made = new WeakMap<z.ZodType, SchemaNode>()

/** The JSON Schema of what a schema takes. */
export const schemaNode = (schema: z.ZodType): SchemaNode => {
  const known = made.get(schema)
  if (known !== undefined) return known
  const node = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as SchemaNode
  made.set(schema, node)
  return node
}

/** The ways in which a part may be written: itself, or each of its alternatives. */
export const waysOf = (node: SchemaNode, root: SchemaNode): readonly SchemaNode[] => {
  if (node.$ref !== undefined) {
    const target = node.$ref === '#' ? root : root.$defs?.[node.$ref.replace('#/$defs/', '')]
    return target === undefined ? [] : waysOf(target, root)
  }
  const alternatives = [...(node.anyOf ?? []), ...(node.oneOf ?? [])]
  return alternatives.length === 0 ? [node] : alternatives.flatMap((one) => waysOf(one, root))
}

/** What may stand at a path, in each of its ways. */
export const nodesAt = (root: SchemaNode, path: readonly PropertyKey[]): readonly SchemaNode[] => {
  let nodes: readonly SchemaNode[] = [root]
  for (const step of path)
    nodes = nodes
      .flatMap((node) => waysOf(node, root))
      .flatMap((node) => {
        if (typeof step === 'number') return node.items ?? []
        const { properties = {} } = node
        return Object.hasOwn(properties, step) ? (properties[String(step)] as SchemaNode) : []
      })
  return nodes
}
