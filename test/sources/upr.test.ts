import { describe, expect, it } from 'vitest'
import { uprRecommendations } from '../../src/sources/upr/upr.ts'
import { inShort, isDraft, read, tableInMemory } from './table-in-memory.ts'

const row = (recommending_state: string, text: string, decision = 'support', more: Record<string, string> = {}) => ({
  year: '2008',
  state_under_review: 'Algeria',
  recommending_state,
  decision,
  text,
  notes: '',
  file: '2008data.csv',
  ...more,
})
const sessions = {
  'upr_sessions.csv': tableInMemory(
    ['To', 'To_COW', 'Session'],
    [
      { To: 'Algeria', Session: '1' },
      { To: 'Algeria', Session: '13' },
      { To: 'Botswana', Session: '3' },
      { To: 'Guinea', Session: '8' },
      { To: 'St Kitts & Nevis', Session: '10' },
      { To: 'Finland', Session: '1' },
      { To: 'Finland', Session: '2' },
    ],
  ),
}
const drafts = async (...args: Parameters<typeof read>) => (await read(...args)).filter(isDraft)

describe('recommendations of the Universal Periodic Review', () => {
  it('are two events: what was recommended, and what the state under review made of it', async () => {
    const [made, answered] = await drafts(uprRecommendations, [
      row('Kuwait', '69.1 The establishment of a round table (Kuwait). );'),
    ])
    expect(made).toMatchObject({
      stream: ['review', 'upr', { scheme: 'name', code: 'Algeria', year: 2008 }],
      type: 'UprRecommendationMade',
      occurred: '2008',
      references: {
        actor: { scheme: 'name', code: 'Algeria', year: 2008 },
        from: { scheme: 'name', code: 'Kuwait', year: 2008 },
      },
      data: { text: '69.1 The establishment of a round table (Kuwait). );' },
    })
    expect(made?.fact).toMatch(/^2008\/kuwait\/[0-9a-f]{12}$/)
    expect(answered).toMatchObject({
      type: 'UprRecommendationAnswered',
      fact: `${made?.fact}/answer`,
      data: { decision: 'supported', recommendation: made?.fact },
    })
  })

  it.each([
    ['support', 'supported'],
    ['consider', 'considered'],
    ['reject', 'rejected'],
    ['implemented', 'implemented'],
    ['implement', 'implemented'],
    ['noted', 'noted'],
  ])('are answered: %s is %s', async (decision, answer) => {
    const [, answered] = await drafts(uprRecommendations, [row('Italy', 'Stop', decision)])
    expect(answered?.data['decision']).toBe(answer)
  })

  it('are not answered where the decision is unknown', async () => {
    expect((await drafts(uprRecommendations, [row('Italy', 'Stop', 'unknown')])).map((draft) => draft.type)).toEqual([
      'UprRecommendationMade',
    ])
  })

  it('stand once for each state that joined in', async () => {
    const made = (await drafts(uprRecommendations, [row('Chile', 'Ratify'), row('Peru', 'Ratify')])).filter(
      (draft) => draft.type === 'UprRecommendationMade',
    )
    expect(new Set(made.map((draft) => draft.fact)).size).toBe(2)
  })

  it('keep their key when the file is sorted otherwise', async () => {
    const rows = [row('Chile', 'Ratify'), row('Chile', 'Abolish'), row('Peru', 'Ratify')]
    const facts = async (of: typeof rows) =>
      (await drafts(uprRecommendations, of)).map((draft) => draft.fact).toSorted()
    expect(await facts(rows.toReversed())).toEqual(await facts(rows))
  })

  it('are repeated only if the answer is the same too', async () => {
    const facts = inShort(
      await read(uprRecommendations, [
        row('Chile', 'Ratify'),
        row('Chile', 'Ratify'),
        row('Chile', 'Ratify', 'reject'),
      ]),
    )
    const key = facts[0]?.split(' ')[1]
    expect(facts).toEqual([
      `UprRecommendationMade ${key} 2008`,
      `UprRecommendationAnswered ${key}/answer 2008`,
      'skipped repeated',
      `UprRecommendationMade ${key}/2 2008`,
      `UprRecommendationAnswered ${key}/2/answer 2008`,
    ])
  })

  it('come from nobody in particular in a few rows, and from names with stray marks in others', async () => {
    const [nobody, , norway] = await drafts(uprRecommendations, [
      row('', 'Stop'),
      row('Norway;', 'Stop'),
      row('South   Sudan', 'Stop'),
    ])
    expect(nobody?.references).not.toHaveProperty('from')
    expect(nobody?.fact).toMatch(/^2008\/unnamed\//)
    expect(norway?.references['from']?.code).toBe('Norway')
  })

  it('keep the damaged bytes of their texts', async () => {
    const [made] = await drafts(uprRecommendations, [row('Italy', 'the definition of \uFFFDpersonal status\uFFFD')])
    expect(made?.data['text']).toBe('the definition of \uFFFDpersonal status\uFFFD')
  })

  it('get their session from the list beside, by state and year, one word or several', async () => {
    const rows = [
      row('Italy', 'a'),
      row('Italy', 'b', 'support', { year: '2011', state_under_review: 'saintkittsandnevis' }),
    ]
    const made = (await drafts(uprRecommendations, rows, sessions)).filter(
      (draft) => draft.type === 'UprRecommendationMade',
    )
    expect(made.map((draft) => [draft.data['session'], draft.occurred])).toEqual([
      [1, '2008'],
      [10, '2011'],
    ])
  })

  it('are dated to two years where the session met late in the year before that of the report', async () => {
    const [made] = await drafts(
      uprRecommendations,
      [row('Italy', 'a', 'support', { year: '2009', state_under_review: 'Botswana' })],
      sessions,
    )
    expect([made?.data['session'], made?.occurred]).toEqual([3, '2008/2009'])
  })

  it('have no session where none fits, or two', async () => {
    const rows = [
      row('Italy', 'a', 'support', { year: '2014', state_under_review: 'guinea' }),
      row('Italy', 'a', 'support', { state_under_review: 'Finland' }),
    ]
    expect((await drafts(uprRecommendations, rows, sessions)).map((draft) => draft.data['session'])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('report a row that breaks the format by its column', async () => {
    const rows = [
      row('Italy', 'a', 'toString'),
      row('Italy', 'a', 'support', { year: '08' }),
      row('Italy', 'a', 'support', { state_under_review: ' ' }),
    ]
    expect(inShort(await read(uprRecommendations, rows))).toEqual([
      'bad decision',
      'bad year',
      'bad state_under_review',
    ])
  })
})
