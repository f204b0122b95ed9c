import { describe, expect, it } from 'vitest'
import { campaignCoalition, campaignPressure } from '../../projections/folds/campaign-actions.ts'
import { igoImputed, igoProfile } from '../../projections/folds/igo-profile.ts'
import { folds } from '../../projections/index.ts'
import { normDefinition, normLinks } from '../../projections/folds/norm-definition.ts'
import { practice } from '../../projections/folds/practice.ts'
import { sourceRegister } from '../../projections/folds/source-register.ts'
import { folded, intervalsOf } from '../support/folded.ts'
import { said } from '../support/recorded.ts'

describe('organisations', () => {
  const founded = said('igo-lon', 'IgoFounded', '1920-01-10', { igo: 'lon', name: 'League of Nations' })
  it('exist from their founding to the day after their last', () => {
    const list = [
      founded,
      said('igo-lon', 'IgoDissolved', '1946-04-18', { names: 'lastDayIn' }),
      said('igo-lon', 'IgoSucceeded', '1946-04-18', { successor: 'un', mode: 'replaced' }),
    ]
    expect(folded(igoProfile, list, 'name', 'successor')).toEqual([
      ['1920-01-10', '1946-04-19', 'certain', 'League of Nations', 'un'],
    ])
  })
  it('still exist where no end is known', () =>
    expect(folded(igoProfile, [founded], 'successor')).toEqual([['1920-01-10', null, 'certain', null]]))
  it('have years that their source filled in', () => {
    expect(
      folded(
        igoImputed,
        [said('igo-lon', 'MembershipsImputed', '1921/1924', { firstYear: 1921, lastYear: 1924 })],
        'igo',
      ),
    ).toEqual([['1921-01-01', '1925-01-01', 'certain', 'lon']])
  })
})

describe('practice scores', () => {
  const stream = 'practice-cirights-physint-usa'
  const score = { actor: 'usa', rater: 'cirights', indicator: 'physint', year: 1999 }
  const given = (value: number) => said(stream, 'PracticeScoreRecorded', '1999', { ...score, value })
  it('count for their whole year', () =>
    expect(folded(practice, [given(6)], 'year', 'value', 'missing')).toEqual([
      ['1999-01-01', '2000-01-01', 'certain', 1999, 6, null],
    ]))
  it('that are missing carry the reason, never a number', () => {
    expect(
      folded(
        practice,
        [said(stream, 'PracticeScoreMissing', '1999', { ...score, reason: 'interregnum' })],
        'value',
        'missing',
      ),
    ).toEqual([['1999-01-01', '2000-01-01', 'certain', null, 'interregnum']])
  })
  it('of nought are a score', () => expect(folded(practice, [given(0)], 'value')[0]?.at(-1)).toBe(0))
  it('told alike twice corroborate; told differently they stand side by side', () => {
    expect(intervalsOf(practice, [given(6), given(6)]).map(({ decidedBy }) => decidedBy.length)).toEqual([2])
    expect(folded(practice, [given(6), given(7)], 'value').map((row) => row.at(-1))).toEqual([6, 7])
  })
})

describe('campaigns', () => {
  const action = (occurred: string, more: object = {}) =>
    said('campaign-icbl', 'CampaignAction', occurred, { actor: 'usa', kind: 'boycott', norm: 'landmines', ...more })
  it('press from the day of an action on, by the strength of its kind', () => {
    expect(folded(campaignPressure, [action('1995-03-01')], 'actor', 'norm', 'strength')).toEqual([
      ['1995-03-01', null, 'certain', 'usa', 'landmines', 4],
    ])
  })
  it('do not press again by a mere follow-up', () =>
    expect(folded(campaignPressure, [action('1995-03-01', { followUp: true })])).toEqual([]))
  it('rest on those who launched and those who joined', () => {
    const list = [
      said('campaign-icbl', 'CampaignLaunched', '1992-10', {
        name: 'Ban Landmines',
        norms: ['landmines'],
        targets: 'all',
        initiator: 'Six organisations',
      }),
      said('campaign-icbl', 'CampaignJoined', '1993-05-01', { organisation: 'Another' }),
    ]
    expect(folded(campaignCoalition, list, 'organisation', 'norms')).toEqual([
      ['1992-10-01', '1992-10-31', 'possible', 'Six organisations', '["landmines"]'],
      ['1992-10-31', null, 'certain', 'Six organisations', '["landmines"]'],
      ['1993-05-01', null, 'certain', 'Another', '["landmines"]'],
    ])
  })
})

describe('norms', () => {
  const linked = (instrument: string, more: object = {}) =>
    said('norm-torture', 'InstrumentLinked', undefined, { instrument, role: 'core', ...more })
  it('are what they were last defined as', () => {
    const list = [
      said('norm-torture', 'NormDefined', undefined, {
        norm: 'torture',
        name: 'No torture',
        statement: 'Do not.',
        coreArticles: ['cat 1'],
      }),
    ]
    expect(folded(normDefinition, list, 'name', 'core_articles')).toEqual([
      [null, null, 'certain', 'No torture', '["cat 1"]'],
    ])
  })
  it('are carried by instruments, on the days of the link', () => {
    expect(
      folded(
        normLinks,
        [linked('cat'), linked('iccpr', { role: 'regional', from: '1976-03-23', to: '2000-01-01' })],
        'instrument',
        'role',
      ),
    ).toEqual([
      [null, null, 'certain', 'cat', 'core'],
      ['1976-03-23', '2000-01-01', 'certain', 'iccpr', 'regional'],
    ])
  })
})

describe('registered sources', () => {
  it('keep what was said of them', () => {
    const registered = said('source-mtdsg', 'SourceRegistered', undefined, {
      source: 'mtdsg',
      citation: 'Multilateral Treaties',
      kind: 'depositary',
      version: '2026',
    })
    const [row] = intervalsOf(sourceRegister, [registered])
    expect(row?.columns).toMatchObject({ source: 'mtdsg', citation: 'Multilateral Treaties', kind: 'depositary' })
    expect(JSON.parse(String(row?.columns.detail))).toMatchObject({ version: '2026' })
  })
})

describe('every fold', () => {
  it('has a name and a table of its own', () => {
    expect(new Set(folds.map(({ name }) => name)).size).toBe(folds.length)
    expect(new Set(folds.map(({ table }) => table)).size).toBe(folds.length)
  })
  it('makes nothing of nothing', () => expect(folds.flatMap((fold) => fold.intervals([]))).toEqual([]))
})
