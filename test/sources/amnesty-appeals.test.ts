import { describe, expect, it } from 'vitest'
import { amnestyAppeals } from '../../src/sources/campaigns/amnesty-appeals.ts'
import { inShort, isDraft, read } from './table-in-memory.ts'

const appeal = (ai_index: string, country: string, title: string, date = '1991-03-05') => ({
  date,
  ai_index,
  country,
  lang: 'en',
  langs: 'en',
  title,
})
const actorsOf = async (...rows: ReturnType<typeof appeal>[]) =>
  (await read(amnestyAppeals, rows)).map((each) => (isDraft(each) ? each.references['actor'] : each))

describe("Amnesty's urgent actions", () => {
  it('are appeals about a state, one for each document', async () => {
    const actor = { scheme: 'amnesty', code: 'AMR 29', on: '1980-02-11' }
    expect(
      await read(amnestyAppeals, [
        appeal('AMR 29/004/1980', 'El Salvador', 'El Salvador: Disappearance: Recent detentions', '1980-02-11'),
      ]),
    ).toEqual([
      {
        rows: [1, 1],
        stream: ['appeals', 'amnesty', actor],
        type: 'CampaignAction',
        occurred: '1980-02-11',
        fact: 'AMR 29/004/1980',
        references: { actor },
        data: {
          kind: 'urgentAction',
          by: 'Amnesty International',
          title: 'El Salvador: Disappearance: Recent detentions',
        },
        locator: 'AMR 29/004/1980',
      },
    ])
  })

  it('name the country in the index code, better than in the tag: a region, joint tag or none is no harm', async () => {
    const codes = await actorsOf(
      appeal('AMR 51/011/1991', 'Americas', 'USA (Texas): death penalty'),
      appeal('MDE 29/002/1991', 'Morocco/Western Sahara', 'Morocco: fear of torture'),
      appeal('MDE 15/028/1991', 'Israel and Occupied Palestinian Territories', 'Israel: fear of torture'),
      appeal('EUR 48/005/1991', '', 'Yugoslavia: arrests'),
    )
    expect(codes).toMatchObject([{ code: 'AMR 51' }, { code: 'MDE 29' }, { code: 'MDE 15' }, { code: 'EUR 48' }])
  })

  it('fall back on the tag where the index names no country, unless the tag is a region too', async () => {
    const rows = [
      appeal('NWS 22/005/2010', 'Nepal', 'Appeals'),
      appeal('NWS 22/006/2010', '', 'Appels mondiaux'),
      appeal('ACT 50/001/1999', 'Africa', 'Appeals'),
    ]
    expect(await actorsOf(...rows)).toMatchObject([
      { scheme: 'name', code: 'Nepal' },
      { skipped: 'not-an-actor' },
      { skipped: 'not-an-actor' },
    ])
  })

  it.each([
    ['Further information on UA 14/89 (ASA 17/02/89, 18 January) - China: Legal concern', true],
    ['Brazil: Further information: Trade Unionists arrested', true],
    ['Iran: Futher information on Death penalty', true],
    ['Pakistan: Furthre information on Azad Jammu and Kashmir', true],
    ['Togo: Furtherinformation on Fear of torture', true],
    ['USA (Federal): Further infomation on death penalty', true],
    ['Sudan: Further Update on fear for Safety', true],
    ['Follow-up to EXTRA 25/92 - USA (Texas): death penalty', true],
    ['Israel y los Territorios Palestinos Ocupados . Más información. Imponen condena', true],
    ['UA 118/92 - Cameroon: deaths in custody / fear of further deaths', false],
    ['UA 515/90 - Turkey: fear of torture (see also UA 387/90 and follow-up EUR 44/135/90)', false],
    ['UA 42/92 - Zaire: soldiers arrested following alleged coup attempt', false],
  ])('are follow-ups, no new pressure, by their title: %s', async (title, followUp) => {
    const [draft] = await read(amnestyAppeals, [appeal('AMR 19/006/1980', 'Brazil', title)])
    expect(draft).toMatchObject({ data: followUp ? { title, followUp } : { title } })
    expect(draft !== undefined && isDraft(draft) && 'followUp' in draft.data).toBe(followUp)
  })

  it('stand once for each index', async () => {
    const rows = [
      appeal('AMR 19/006/1980', 'Brazil', 'Brazil: arrests'),
      appeal('AMR 19/006/1980', 'Brazil', 'Brasil: detenciones', '1991-03-06'),
      appeal('', '', ''),
      appeal('AMR 19/007/1980', '', '', '1980'),
    ]
    expect(inShort(await read(amnestyAppeals, rows))).toEqual([
      'CampaignAction AMR 19/006/1980 1991-03-05',
      'skipped repeated',
      'bad ai_index',
      'bad date',
    ])
  })

  it('leave codes of whole regions to be listed as unmatched', async () => {
    expect(amnestyAppeals.unmatched).toBe('skip')
    expect(await actorsOf(appeal('AFR 01/003/1991', 'Zambia', 'Southern Africa: refugees'))).toMatchObject([
      { scheme: 'amnesty', code: 'AFR 01' },
    ])
  })
})
