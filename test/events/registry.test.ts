import { describe, expect, it } from 'vitest'
import { catalogueEvents } from '../../catalogue/events.ts'
import { event } from '../../src/events/define.ts'
import { catalogue, definitionOf, familyOf, upcast } from '../../src/events/registry.ts'
import { actClass, attachmentKind } from '../../src/events/treaty.ts'

const definitions = [...catalogue.values()]

describe('every event type', () => {
  it.each(definitions.map((definition) => [definition.type, definition] as const))(
    '%s refuses a field that it does not know',
    (_, { data }) => {
      const parsed = data.safeParse({ stranger: 1 })
      expect(parsed.success).toBe(false)
      expect(
        parsed.error?.issues.some((issue) => issue.code === 'unrecognized_keys' && issue.keys.includes('stranger')),
      ).toBe(true)
    },
  )
  it('means something, in words', () => expect(definitions.filter(({ means }) => means.length < 5)).toEqual([]))
  it('that holds what the catalogue says is accepted', () => {
    const first = new Map(catalogueEvents().map(({ event: { type, data } }) => [type, data]))
    for (const [type, data] of first) expect(definitionOf(type).data.safeParse(data).success).toBe(true)
  })
})

describe('acts under a treaty', () => {
  it('have a class or are attached to one, but for what concerns the treaty itself', () => {
    const acts = definitions.filter(({ family }) => family === 'treaty').map(({ type }) => type)
    expect(acts.filter((type) => actClass[type] === undefined && attachmentKind[type] === undefined)).toEqual([
      'TreatyConcluded',
      'TreatyOpenedForSignature',
      'TreatyEnteredIntoForce',
      'TreatyActNoLongerListed',
      'TreatyAmended',
      'ProtocolLinked',
      'TreatyTerminated',
      'TreatySuperseded',
      'DepositaryNotificationIssued',
      'MeasureStated',
    ])
  })
})

describe('a type that nobody knows', () => {
  it('is refused with the closest', () => {
    expect(() => definitionOf('TreatyRatifed')).toThrow(
      expect.objectContaining({
        code: 'unknown-event-type',
        hint: expect.stringContaining('TreatyRatified') as string,
      }),
    )
  })
  it('is refused without a guess where none is close', () =>
    expect(() => definitionOf('Weather')).toThrow(
      expect.objectContaining({ code: 'unknown-event-type', hint: undefined }),
    ))
})

describe('a version of a payload', () => {
  const data = { actor: 'usa' }
  it('of today is taken as it is', () => expect(upcast('TreatySigned', 1, data)).toBe(data))
  it.each([2, 99, 0])('%i, which this program does not know, is refused with the one it knows', (version) => {
    expect(() => upcast('TreatySigned', version, data)).toThrow(
      expect.objectContaining({
        code: 'unknown-event-version',
        message: expect.stringContaining(`version ${version}; this normtrail knows up to 1`) as string,
      }),
    )
  })
  it('of earlier is lifted step by step', () => {
    const lifted = event(
      'treaty',
      'TestLifted',
      'A type that grew, for tests',
      {},
      { upcasts: [(one) => ({ steps: `${String(one.steps)} 1→2` }), (two) => ({ steps: `${String(two.steps)} 2→3` })] },
    )
    expect(lifted.version).toBe(3)
    const known = catalogue as Map<string, typeof lifted>
    known.set('TestLifted', lifted)
    try {
      expect([1, 2, 3].map((version) => upcast('TestLifted', version, { steps: 'start' }).steps)).toEqual([
        'start 1→2 2→3',
        'start 2→3',
        'start',
      ])
    } finally {
      known.delete('TestLifted')
    }
  })
})

describe('the family of a stream', () => {
  it('is its first word', () =>
    expect(['treaty-iccpr-op1', 'practice-cirights-physint-fra', 'state'].map(familyOf)).toEqual([
      'treaty',
      'practice',
      'state',
    ]))
})
