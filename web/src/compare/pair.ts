/** As much of what normtrail knows by name as tells what is compared. */
export interface KnownNames {
  readonly states: readonly Known[]
  readonly treaties: readonly (Known & { readonly shortTitle?: string | null })[]
  readonly norms: readonly Known[]
  readonly organisations: readonly Known[]
}
interface Known {
  readonly id: string
  readonly name: string
}

export interface One {
  readonly id: string
  readonly name: string
  readonly isNorm: boolean
}
export interface Pair {
  readonly kind: 'state' | 'subject' | 'organisation'
  readonly a: One
  readonly b: One
}

const kindWords = { state: 'a state', subject: 'a treaty or norm', organisation: 'an organisation' } as const

/** The two that `tur,grc` names, of one kind; or what is wrong with it, in words. */
export const pairOf = (known: KnownNames, compare: string): Pair | { readonly wrong: string } => {
  const ids = compare.split(',').map((id) => id.trim().toLowerCase())
  const [first, second] = ids
  if (first === undefined || second === undefined || first === '' || second === '' || ids.length > 2)
    return { wrong: 'A comparison takes two, with a comma between them.' }
  const [a, b] = [meant(known, first), meant(known, second)]
  const missing = [first, second].filter((_, place) => [a, b][place]?.length === 0)
  if (missing.length > 0)
    return { wrong: `Nothing that this log knows goes by ${missing.map((id) => `“${id}”`).join(' or ')}.` }
  if (first === second) return { wrong: 'A comparison takes two that are not the same.' }
  for (const one of a) {
    const other = b.find(({ kind }) => kind === one.kind)
    if (other !== undefined) return { kind: one.kind, a: one.one, b: other.one }
  }
  const [one, other] = [a[0], b[0]]
  return one === undefined || other === undefined
    ? { wrong: 'A comparison takes two.' }
    : { wrong: `${one.one.name} is ${kindWords[one.kind]}, ${other.one.name} ${kindWords[other.kind]}.` }
}

interface Meant {
  readonly kind: Pair['kind']
  readonly one: One
}

/** What an id may be: the European Union is an actor and an organisation. */
const meant = ({ states, treaties, norms, organisations }: KnownNames, id: string): readonly Meant[] => {
  const named = (
    kind: Pair['kind'],
    found: (Known & { readonly shortTitle?: string | null }) | undefined,
    isNorm = false,
  ) => (found === undefined ? [] : [{ kind, one: { id: found.id, name: found.shortTitle ?? found.name, isNorm } }])
  const isIt = (one: Known): boolean => one.id === id
  return [
    ...named('state', states.find(isIt)),
    ...named('subject', treaties.find(isIt)),
    ...named('subject', norms.find(isIt), true),
    ...named('organisation', organisations.find(isIt)),
  ]
}
