import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { questionNamed } from '../../support/ask.ts'
import { dataFolder } from '../../support/run/published.ts'
import { theLog } from './the-log.ts'

interface Spread {
  tipping: { date: string; adopters: number; system: number } | null
  adopters: { order: number; state: string; date: string }[]
  exits: { state: string; date: string; kind: string }[]
  curve: { year: number; entered: number; change: { byAdoptions: number; byExits: number; byMembers: number } }[]
}

/**
 * Dates of one third of the system, counted by hand from the depositary's table of March 2015 and the list of states
 * of the Correlates of War, the instruments of states that are no more added.
 */
describe.skipIf(!existsSync(dataFolder))('how treaties spread, by the published files', () => {
  const { workspace } = theLog()
  const question = questionNamed('spread')
  /** With what comes with normtrail: the tables of the files lack the instruments of states that are no more. */
  const spread = async (input: object, asOf = '2015-03-12') => {
    const asked = question.input.parse({ system: 'cow', ...input })
    return (await question.answer(await workspace().world({ asOf }), asked)) as Spread
  }

  it.each([
    ['icerd', '1971-05-27', 45, 134],
    ['iccpr', '1978-12-21', 52, 154],
    ['cedaw', '1984-03-09', 54, 161],
    ['crc', '1990-11-12', 54, 161],
    ['cat', '1991-05-14', 54, 161],
    ['unclos', '1994-06-21', 62, 186],
    ['ottawa', '1999-02-19', 63, 187],
    ['rome', '2002-04-11', 66, 191],
    ['op2-iccpr', '2007-11-20', 65, 193],
    ['crpd', '2009-08-27', 65, 194],
  ])('%s tips by consent on %s, with %i of %i', async (subject, date, adopters, system) =>
    expect((await spread({ subject })).tipping).toMatchObject({ date, adopters, system }),
  )

  it('the ban on mines tips by signature on the day it was opened, by one batch of 82', async () => {
    const found = await spread({ subject: 'ottawa', threshold: 'SIGNED' })
    expect(found.tipping?.date).toBe('1997-12-03')
    const first = found.adopters.filter(({ date }) => date === '1997-12-03')
    expect(first).toHaveLength(82)
    expect(first.every(({ order }) => order === 1)).toBe(true)
    // 121 by the next day, 122 by the day after (a total of 122 signed in Ottawa, by the United Nations).
    const by = (day: string) => found.adopters.filter(({ date }) => date <= day).length
    expect([by('1997-12-04'), by('1997-12-05')]).toEqual([121, 122])
  })

  it('ten deposited the sixtieth instrument of the Rome Statute together, and share a rank', async () => {
    const found = await spread({ subject: 'rome' })
    const ten = found.adopters.filter(({ date }) => date === '2002-04-11')
    expect(ten).toHaveLength(10)
    expect(new Set(ten.map(({ order }) => order))).toEqual(new Set([57]))
  })

  it('tells the new states of 1991 from exits: nobody left the Convention against Torture', async () => {
    const { curve } = await spread({ subject: 'cat' })
    const in1991 = curve.find(({ year }) => year === 1991)
    expect(in1991?.change.byExits).toBe(0)
    expect(in1991?.change.byMembers).toBeLessThan(-0.02)
    expect(in1991?.entered).toBe(16)
  })
})
