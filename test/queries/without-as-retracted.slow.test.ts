import { describe, expect, it } from 'vitest'
import { worldWithout } from '../../src/queries/record/leave-out.ts'
import { aWorkspaceOf, theBundledCase } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed } from '../support/ask.ts'
import { eventOf, lines, ofD, onDay, sources } from './a-world-to-leave-out-of.ts'

const retracted = (stream: string, target: string) => ({
  stream,
  type: 'EventRetracted',
  sources,
  data: { target, reason: 'It never happened' },
})
const withoutClock = (answer: object) => ({ ...answer, ordinal: undefined })
const asked = [
  ['spread', { subject: 'toytreaty', system: 'un', channel: 'igo,advocacy', norm: 'toynorm' }],
  ['spread', { subject: 'toytreaty', system: 'un', threshold: 'IN_FORCE', sources: 'dataset,press' }],
  ['explain exposure', { ...ofD, channel: 'igo,treaties,advocacy', norm: 'toynorm' }],
  ['explain exposure', { ...ofD, sources: 'dataset,press' }],
  ['explain exposure', { ...ofD, dates: 'midpoint', formula: 'years' }],
  ['explain exposure', { state: 'toyd', score: 'toy:score', channel: 'contiguity' }],
] as const

describe.each([
  ['an accession', 'treaty-toytreaty', 'TreatyAcceded', 'toyb'],
  ['a membership', 'igo-toyo3', 'MembershipStarted', 'toyc'],
  ['a score', 'practice-toy-score-toyc', 'PracticeScoreRecorded', 'toyc'],
  ['an action', 'campaign-toyone', 'CampaignAction', 'toyd'],
  ['the launch of a campaign', 'campaign-toyone', 'CampaignLaunched', undefined],
])('a world without %s', (_what, stream, type, actor) => {
  it('answers as one in which it was retracted, and leaves the log and the whole as they are', async () => {
    const { workspace, dispose } = await aWorkspaceOf((opened) => append(opened, ...lines))
    const id = await eventOf(workspace, stream, type, actor)
    const answersIn = async (leftOut: boolean) => {
      const answers = []
      for (const [name, input] of asked) {
        const world = await workspace.world(name === 'spread' ? { asOf: '2005-12-31' } : onDay)
        const { left } = leftOut ? await worldWithout(world, [`event:${id}`]) : { left: world }
        const question = questionNamed(name)
        answers.push(withoutClock(await question.answer(left, question.input.parse(input))))
      }
      return answers
    }
    // What is left out is asked for first: nothing that is kept of it may pass for the whole.
    const left = await answersIn(true)
    const whole = await answersIn(false)
    const again = await answersIn(true)
    const { ordinal } = await workspace.world({})
    expect(again).toEqual(left)
    expect(whole).not.toEqual(left)
    await append(workspace, retracted(stream, id))
    const after = await answersIn(false)
    expect(left).toEqual(after)
    expect((await workspace.world({})).ordinal).toBe(ordinal + 1)
    // Once it is retracted, it is left out already.
    expect(await answersIn(true)).toEqual(after)
    await dispose()
  })
})

describe('an exposure without', () => {
  const bundled = theBundledCase()
  it('is what explain exposure says without one organisation and one partner', async () => {
    const usa = { state: 'usa', adoption: 'cat', system: 'un' }
    const clocks = { asOf: '1995-06-01' }
    const { sensitivity } = await bundled.ask<{
      sensitivity: {
        organisations: { organisation: string; without: number | null }[]
        partners: { partner: string; without: number | null }[]
      }
    }>('explain exposure', usa, clocks)
    const things = [
      ...sensitivity.organisations.map(({ organisation, without }) => [`igo:${organisation}`, without] as const),
      ...sensitivity.partners.slice(0, 8).map(({ partner, without }) => [`state:${partner}`, without] as const),
    ]
    expect(things.length).toBeGreaterThan(6)
    for (const [thing, expected] of things) {
      const { without } = await bundled.ask<{ without?: { value: number | null } }>(
        'exposure',
        { ...usa, without: thing },
        clocks,
      )
      expect([thing, without?.value]).toEqual([thing, expected === null ? null : expect.closeTo(expected, 12)])
    }
  })
})
