import { describe, expect, it } from 'vitest'
import { catalogueEvents } from '../../catalogue/events.ts'
import { igos } from '../../catalogue/igos/index.ts'
import { treaties } from '../../catalogue/treaties/index.ts'
import { ruleInWords, exitInWords } from '../../projections/compose/treaty/clauses-in-words.ts'

const entryOf = (id: string) => {
  const found = treaties.find((treaty) => treaty.id === id)
  if (found === undefined) throw new Error(`no treaty ${id}`)
  return found
}

const count = (n: number, more = {}) => ({ kind: 'count', n, ...more })
const noOrganisations = { excludeOrganisations: true }
const oneYear = { notice: { years: 1 } }
const firstOfMonth = (offset: object) => ({ ...offset, snap: 'firstOfMonthAfter' })
const sixthMonth = { snap: 'firstOfNthMonthAfterMonth', nthMonth: 6 }

/**
 * Read again from the treaty texts: what must have happened, how long after it the treaty enters into force, how a
 * party leaves.
 */
const clauses = [
  ['genocide', count(20), { days: 90 }, { notice: { months: 6 }, periods: { first: 10, next: 5 } }], // arts XIII, XIV
  ['refugees', count(6), { days: 90 }, oneYear], // arts 43, 44
  ['refugee-protocol', count(6), undefined, oneYear], // arts VIII, IX
  ['icerd', count(27), { days: 30 }, oneYear], // arts 19, 21
  ['icescr', count(35), { months: 3 }, 'silent'], // art 27
  ['iccpr', count(35), { months: 3 }, 'silent'], // art 49; Human Rights Committee, General Comment 26
  [
    'iccpr-op1',
    { kind: 'all', of: [count(10), { kind: 'parentInForce', treaty: 'iccpr' }] },
    { months: 3 },
    { notice: { months: 3 } },
  ], // arts 9, 12
  ['vclt', count(35), { days: 30 }, 'silent'], // art 84
  ['cedaw', count(20), { days: 30 }, 'silent'], // art 27
  ['cat', count(20), { days: 30 }, oneYear], // arts 27, 31
  ['crc', count(20), { days: 30 }, oneYear], // arts 49, 52
  ['iccpr-op2', count(10), { months: 3 }, 'silent'], // art 8
  ['unclos', count(60, noOrganisations), { months: 12 }, oneYear], // arts 308, 317; Annex IX
  [
    'cwc',
    { kind: 'all', of: [count(65), { kind: 'fixedDate', date: '1995-01-13' }] },
    { days: 180 },
    { notice: { days: 90 } },
  ], // arts XVI, XXI
  ['ottawa', count(40), sixthMonth, { notice: { months: 6 }, blockedInArmedConflict: true }], // arts 17, 20
  ['rome', count(60), firstOfMonth({ days: 60 }), oneYear], // arts 126, 127
  // arts 87, 89
  ['cmw', count(20), firstOfMonth({ months: 3 }), { notice: firstOfMonth({ months: 12 }), minYearsAsParty: 5 }],
  ['fctc', count(40, noOrganisations), { days: 90 }, { notice: { years: 1 }, minYearsAsParty: 2 }], // arts 31, 36
  [
    'kyoto',
    { kind: 'all', of: [count(55, noOrganisations), { kind: 'weighted', measure: 'annex-i-co2-1990', share: 0.55 }] },
    { days: 90 },
    { notice: { years: 1 }, minYearsAsParty: 3 },
  ], // arts 25, 27
  ['opcat', count(20), { days: 30 }, oneYear], // arts 28, 33
  ['crpd', count(20, noOrganisations), { days: 30 }, oneYear], // arts 44, 45, 48
  ['ccm', count(30), sixthMonth, { notice: { months: 6 }, blockedInArmedConflict: true }], // arts 17, 20
  ['ced', count(20), { days: 30 }, 'silent'], // art 39
  [
    'istanbul',
    { kind: 'all', of: [count(10), count(8, { among: 'coe' })] },
    firstOfMonth({ months: 3 }),
    { notice: firstOfMonth({ months: 3 }) },
  ], // arts 75, 80
  ['att', count(50), { days: 90 }, { notice: { days: 90 } }], // arts 22, 24
  [
    'paris',
    {
      kind: 'all',
      of: [count(55, noOrganisations), { kind: 'weighted', measure: 'greenhouse-gas-emissions', share: 0.55 }],
    },
    { days: 30 },
    { notice: { years: 1 }, minYearsAsParty: 3 },
  ], // arts 21, 28
  ['tpnw', count(50), { days: 90 }, { notice: { months: 12 }, blockedInArmedConflict: true }], // arts 15, 17
  // arts 58, 59
  ['echr', count(10), undefined, { notice: { months: 6 }, minYearsAsParty: 5, endsWithMembership: 'coe' }],
] as const

describe('final clauses', () => {
  it.each(clauses)('%s', (id, trigger, offset, exit) => {
    const entry = entryOf(id)
    expect(entry.entryIntoForce).toEqual({ trigger, ...(offset !== undefined && { offset }) })
    expect(entry.exit).toEqual(exit)
  })

  it('are all recorded: nothing is unknown', () => {
    for (const { id, entryIntoForce, exit } of treaties) expect([entryIntoForce, exit], id).not.toContain('unknown')
  })

  it('can be said in words', () => {
    for (const { entryIntoForce, exit } of treaties)
      expect([ruleInWords(entryIntoForce), exitInWords(exit)].join(' ')).not.toMatch(/undefined|object/)
  })

  it('that end with a membership lead to an organisation', () => {
    const ends = treaties.flatMap(({ exit }) => (typeof exit === 'string' ? [] : (exit.endsWithMembership ?? [])))
    expect(ends).toEqual(['coe'])
    expect(igos.map(({ id }) => id)).toEqual(expect.arrayContaining(ends))
  })
})

describe('protocols', () => {
  const links = catalogueEvents().filter(({ event }) => event.type === 'ProtocolLinked')

  it('are linked in the stream of the treaty that they belong to', () => {
    expect(links.map(({ stream, event }) => [stream, event.data['protocol'], event.data['requiresParent']])).toEqual([
      ['treaty-refugees', 'refugee-protocol', false], // art V: open to others as well
      ['treaty-icescr', 'untc-4-3-a', true], // art 17
      ['treaty-iccpr', 'iccpr-op1', true], // art 8
      ['treaty-iccpr', 'iccpr-op2', true], // art 7
      ['treaty-cedaw', 'cedaw-op', true], // art 15
      ['treaty-cat', 'opcat', true], // art 27
      ['treaty-crc', 'crc-opac', false], // art 9
      ['treaty-crc', 'crc-opsc', false], // art 13
      ['treaty-crc', 'untc-4-11-d', false], // art 18: parties to either of the other two as well
      ['treaty-crpd', 'untc-4-15-a', true], // art 11
      ['treaty-untc-18-12', 'untc-18-12-a', true], // Organized Crime Convention, art 37(2)
      ['treaty-untc-18-12', 'untc-18-12-b', true],
      ['treaty-untc-18-12', 'untc-18-12-c', true],
      ['treaty-untc-27-8', 'untc-27-8-a', true], // Convention on Biological Diversity, art 32(1)
    ])
  })

  it('and what they belong to are both treaties of the catalogue', () => {
    const ids = treaties.map(({ id }) => `treaty-${id}`)
    for (const { stream, event } of links)
      expect(ids).toEqual(expect.arrayContaining([stream, `treaty-${String(event.data['protocol'])}`]))
  })
})
