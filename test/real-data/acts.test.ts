import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { actClass, treatyEvents } from '../../src/events/treaty.ts'
import { campaignEvents } from '../../src/events/campaign.ts'
import { complianceEvents } from '../../src/events/compliance.ts'
import { amnestyAppeals } from '../../src/sources/campaigns/amnesty-appeals.ts'
import type { Draft, Importer, Yield } from '../../src/sources/importer/draft.ts'
import { openFile } from '../../src/sources/files/open-file.ts'
import { paris2020 } from '../../src/sources/untc/paris-2020.ts'
import { untc2015 } from '../../src/sources/untc/untc-2015.ts'
import { untc2026 } from '../../src/sources/untc/untc-2026.ts'
import { untcDeclarations } from '../../src/sources/untc/untc-declarations.ts'
import { untcIndex } from '../../src/sources/untc/untc-index.ts'
import { untcNondate } from '../../src/sources/untc/undated-cells.ts'
import { uprRecommendations } from '../../src/sources/upr/upr.ts'
import { parseDate } from '../../src/time/edtf.ts'
import { isDraft, isSkip, outcomeOf, yieldsOf } from '../sources/table-in-memory.ts'
import { dataFolder as folder } from '../support/run/published.ts'

const load = async (importer: Importer, file: string): Promise<readonly Yield[]> =>
  yieldsOf(importer, await openFile(join(folder, file)))

const definitions = new Map(
  [...treatyEvents, ...campaignEvents, ...complianceEvents].map((definition) => [definition.type, definition]),
)
const treatyOf = (draft: Draft): string => {
  const code = draft.stream[1]
  return code === undefined || typeof code === 'string' ? '' : code.code
}
const keyOf = (draft: Draft): string => JSON.stringify([draft.stream, draft.references['actor']?.code, draft.fact])
const actOf = (draft: Draft): string => [treatyOf(draft), draft.references['actor']?.code, draft.fact].join('|')
const count = (yields: readonly Yield[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const each of yields) {
    const word = outcomeOf(each)
    counts[word] = (counts[word] ?? 0) + 1
  }
  return counts
}

/** Every row is accounted for, every payload fits its schema, every date can be read, and no fact is told twice. */
const checkAll = (yields: readonly Yield[], rows: number): void => {
  expect(new Set(yields.map((each) => each.rows[0])).size).toBe(rows)
  const facts = new Set<string>()
  for (const draft of yields.filter(isDraft)) {
    const named = Object.fromEntries(
      Object.keys(draft.references).map((field) => [field, field === 'treaty' ? 'untc-1-1' : 'fra']),
    )
    const parsed = definitions.get(draft.type)?.data.safeParse({ ...draft.data, ...named })
    if (parsed?.success !== true)
      throw new Error(`${draft.type}, row ${draft.rows[0]}: ${parsed?.error.message ?? 'no such event'}`)
    if (definitions.get(draft.type)?.dated === true) parseDate(draft.occurred ?? '')
    facts.add(keyOf(draft))
  }
  expect(facts.size).toBe(yields.filter(isDraft).length)
}

describe.skipIf(!existsSync(folder))('the files as they were published', () => {
  describe('UN Treaty Collection', () => {
    let of2015: readonly Yield[] = []
    let of2026: readonly Yield[] = []
    const acts = (yields: readonly Yield[]) => new Map(yields.filter(isDraft).map((draft) => [actOf(draft), draft]))
    beforeAll(async () => {
      of2015 = await load(untc2015, 'un_treaties/untc_actions_2015.csv')
      of2026 = await load(untc2026, 'un_treaties/untc_hr_arms_2026.csv')
    })

    it('2015: 31,420 rows, 323 instruments, 232 participants', () => {
      checkAll(of2015, 31_420)
      const drafts = of2015.filter(isDraft)
      expect(new Set(drafts.map(treatyOf)).size).toBe(323)
      expect(new Set(drafts.map((draft) => draft.references['actor']?.code)).size).toBe(232)
    })

    it('2015: what the rows say', () => {
      expect(count(of2015)).toEqual({
        TreatySigned: 8908,
        TreatySignatureSucceeded: 36,
        TreatySignatureConfirmed: 7,
        TreatySignedDefinitively: 291,
        TreatyRatified: 7360,
        TreatyAcceded: 7090,
        TreatyAccepted: 3052,
        TreatyApproved: 197,
        TreatySucceeded: 1203,
        TreatyFormallyConfirmed: 10,
        TreatyConsentExpressed: 2641,
        TreatyConsentImplied: 81,
        TreatyProvisionallyApplied: 237,
        'not-an-act': 189,
        repeated: 118,
      })
    })

    it(
      '2015: consent that another treaty counts for: 56 P and 16 p of the Part XI Agreement, ' +
        '9 P of the amended Limitation Convention',
      () => {
        const implied = of2015.filter(isDraft).filter((draft) => draft.type === 'TreatyConsentImplied')
        expect(count(implied.map((draft) => ({ ...draft, type: treatyOf(draft) })))).toEqual({
          '21-6-a': 72,
          '10-7-b': 9,
        })
        // Art 4(1): the instrument under the Convention is the consent. Art 5: twelve months after the adoption of 28
        // July 1994.
        const told = acts(of2015)
        const through = implied.filter((draft) => treatyOf(draft) === '21-6-a')
        const convention = through.filter(
          (draft) => told.get(`21-6|${draft.references['actor']?.code}|consent/1`)?.occurred === draft.occurred,
        )
        expect(convention).toHaveLength(56)
        expect(new Set(through.filter((draft) => !convention.includes(draft)).map((draft) => draft.occurred))).toEqual(
          new Set(['1995-07-28']),
        )
      },
    )

    it('2015: of 121 rows that decode alike, 118 repeat an admission to the UN, 3 are provisional applications', () => {
      expect(of2015.filter((each) => isSkip(each) && each.skipped === 'repeated')).toHaveLength(118)
      const told = acts(of2015)
      const both = [...told.values()].filter(
        (draft) =>
          treatyOf(draft) === '21-6-a' &&
          draft.fact === 'provisional/1' &&
          told.get(actOf({ ...draft, fact: 'signature/1' }))?.occurred === draft.occurred,
      )
      expect(both).toHaveLength(3)
    })

    it('2026: 4,108 rows', () => {
      checkAll(of2026, 4108)
      expect(count(of2026)).toEqual({
        TreatySigned: 2450,
        TreatyRatified: 2196,
        TreatyAcceded: 1239,
        TreatySucceeded: 81,
        TreatyConsentExpressed: 317,
        'not-an-act': 6,
      })
    })

    it('2026: of 317 rows of one-column tables, 278 have the day of a consent of 2015', () => {
      const told = acts(of2015)
      const oneColumn = of2026.filter(isDraft).filter((draft) => draft.type === 'TreatyConsentExpressed')
      expect(oneColumn).toHaveLength(317)
      expect(oneColumn.filter((draft) => told.get(actOf(draft))?.occurred === draft.occurred)).toHaveLength(278)
    })

    it('2026: in ten treaties 1,624 pairs match by name; one consent has another date, three another label', () => {
      const ten = new Set(['4-2', '4-3', '4-4', '4-5', '4-8', '4-9', '4-11', '26-3', '26-4', '26-5'])
      const told = acts(of2015)
      const matched = of2026
        .filter(isDraft)
        .filter((draft) => draft.fact === 'consent/1' && ten.has(treatyOf(draft)) && told.has(actOf(draft)))
      expect(matched).toHaveLength(1624)
      expect(matched.filter((draft) => told.get(actOf(draft))?.occurred !== draft.occurred).map(actOf)).toEqual([
        '4-2|Iraq|consent/1',
      ])
      expect(
        matched
          .filter((draft) => told.get(actOf(draft))?.type !== draft.type)
          .map(treatyOf)
          .toSorted(),
      ).toEqual(['26-3', '26-5', '26-5'])
    })

    it('2026: 44 acts that match have another label, and all keep their class', () => {
      const told = acts(of2015)
      const relabelled = of2026
        .filter(isDraft)
        .filter((draft) => (told.get(actOf(draft))?.type ?? draft.type) !== draft.type)
      expect(relabelled).toHaveLength(44)
      expect(
        relabelled.filter(
          (draft) => draft.type === 'TreatyAcceded' && told.get(actOf(draft))?.type === 'TreatyAccepted',
        ),
      ).toHaveLength(30)
      for (const draft of relabelled) expect(actClass[told.get(actOf(draft))?.type ?? '']).toBe(actClass[draft.type])
    })

    it('list of instruments: 401, one without a date', async () => {
      const yields = await load(untcIndex, 'un_treaties/untc_index_2015.csv')
      checkAll(yields, 401)
      expect(count(yields)).toEqual({ TreatyConcluded: 400, 'no-value': 1 })
    })

    it('list of instruments: defines every treaty of the tables', async () => {
      const listed = new Set((await load(untcIndex, 'un_treaties/untc_index_2015.csv')).filter(isDraft).map(treatyOf))
      expect(
        [...of2015, ...of2026]
          .filter(isDraft)
          .map(treatyOf)
          .filter((code) => !listed.has(code) && code !== '26-9'),
      ).toEqual([])
    })

    it('cells without a date: 573', async () => {
      expect(count(await load(untcNondate, 'un_treaties/untc_nondate_cells_2015.csv'))).toEqual({ 'not-an-act': 573 })
    })

    it('texts of declarations: 1,386, of which 125 are empty, none longer than an event may be', async () => {
      const yields = await load(untcDeclarations, 'un_treaties/untc_declarations_2015.csv')
      checkAll(yields, 1386)
      expect(count(yields)).toEqual({ DeclarationMade: 1261, 'no-value': 125 })
      // EventStoreDB takes 1 MiB an append.
      const largest = Math.max(...yields.filter(isDraft).map((draft) => Buffer.byteLength(JSON.stringify(draft))))
      expect(largest).toBeLessThan(2 ** 20)
    })

    it('Paris Agreement: 197 participants', async () => {
      const yields = await load(paris2020, 'un_treaties/paris_agreement_2020.csv')
      checkAll(yields, 197)
      expect(count(yields)).toEqual({
        TreatySigned: 195,
        TreatyRatified: 178,
        TreatyAccepted: 6,
        TreatyApproved: 3,
        TreatyAcceded: 2,
      })
    })
  })

  it('urgent actions: 20,356 rows, 191 index codes, about 9,200 follow-ups', async () => {
    const yields = await load(amnestyAppeals, 'advocacy/amnesty_urgent_actions_1980_2015.csv.gz')
    checkAll(yields, 20_356)
    expect(count(yields)).toEqual({ CampaignAction: 20_355, 'not-an-actor': 1 })
    const drafts = yields.filter(isDraft)
    expect(new Set(drafts.map((draft) => draft.references['actor']?.code)).size).toBe(190)
    expect(drafts.filter((draft) => draft.data['followUp'] === true)).toHaveLength(9263)
  })

  it('recommendations: 39,327 rows, nine of them twice', async () => {
    const yields = await load(uprRecommendations, 'advocacy/upr_recommendations_2008_2014.csv.gz')
    checkAll(yields, 39_327)
    expect(count(yields)).toEqual({ UprRecommendationMade: 39_318, UprRecommendationAnswered: 39_268, repeated: 9 })
    const made = yields.filter(isDraft).filter((draft) => draft.type === 'UprRecommendationMade')
    expect(made.filter((draft) => draft.data['session'] !== undefined)).toHaveLength(36_792)
    expect(new Set(made.map((draft) => draft.references['actor']?.code)).size).toBe(265)
  })
})
