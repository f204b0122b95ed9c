import type { Telling } from '../../holdings/telling.ts'

/** The lists of a claim, by what they name. */
type Held = 'treaties' | 'organisations' | 'raters' | 'classifications' | 'relations' | 'attributes'

/**
 * What sources claim to hold in full of some of these: by it, that nothing is told means that there is nothing.
 * `matters`: which classes of acts do.
 */
export const claimsTell = (
  held: Held,
  isMeant: (id: string) => boolean,
  matters: (kind: string) => boolean = () => true,
): readonly Telling[] => [
  {
    stream: 'source-',
    counts: ({ type, data }) => {
      const named = data[held]
      if (type !== 'CoverageClaimed' || !Array.isArray(named)) return false
      return named.some((id) => isMeant(String(id))) && (data['classes'] as readonly string[]).some(matters)
    },
  },
]
