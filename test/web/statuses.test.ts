import { describe, expect, it } from 'vitest'
import { normStatuses } from '../../projections/compose/norm/norm-statuses.ts'
import { legalStatuses } from '../../projections/compose/treaty/legal-status.ts'
import { families, familyLabel, familyOf, labelOf, verbOf } from '../../web/src/words/statuses.ts'

describe('every status that an answer may have', () => {
  const statuses = [...new Set<string>([...legalStatuses, ...normStatuses])].filter((status) => status !== 'UNKNOWN')
  it.each(statuses)('%s has words of its own, and is not shown as unknown', (status) => {
    expect(familyOf(status)).not.toBe('unknown')
    expect(labelOf(status)).not.toMatch(/not known|_/i)
    if (status !== 'EXTINCT') expect(verbOf(status)).toMatch(/^[a-z]/)
  })
  it('is unknown where nothing tells', () => {
    expect([familyOf('UNKNOWN'), labelOf('UNKNOWN'), verbOf('UNKNOWN')]).toEqual(['unknown', 'Not known', undefined])
  })
  it.each(families)('%s has a line in the legend, of treaties and of norms', (family) => {
    for (const isNorm of [true, false]) expect(familyLabel(family, isNorm)).toMatch(/^[A-Z]/)
  })
})
