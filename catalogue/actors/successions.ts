/**
 * Days on which states followed others, where the lists of independent states date their entry otherwise than the law
 * dates the succession. Their treaties count from these days, whenever they notified the depositary.
 */
import type { CitedSource } from '../../src/events/source.ts'

export interface SuccessionEntry {
  readonly actor: string
  readonly predecessor: string
  readonly mode: 'separation' | 'dissolution' | 'decolonisation'
  /** EDTF: a day, or the first and the last day that it may have been. */
  readonly on: string
  readonly source: CitedSource
  readonly locator?: string
}

const opinion11: CitedSource = {
  citation:
    'Conference on Yugoslavia, Arbitration Commission, Opinion No. 11, 16 July 1993, ' +
    'International Legal Materials 32 (1993), p. 1587',
  kind: 'organisation',
  published: '1993-07-16',
}

const fromYugoslavia = (actor: string, on: string, locator = 'the date of succession'): SuccessionEntry => ({
  actor,
  predecessor: 'yug',
  mode: 'dissolution',
  on,
  source: opinion11,
  locator,
})

export const successions: readonly SuccessionEntry[] = [
  fromYugoslavia('hrv', '1991-10-08'),
  // Its own notifications of succession speak of 25 June 1991, when it proclaimed its independence.
  fromYugoslavia('svn', '1991-06-25/1991-10-08', 'the date of succession; its notifications name 25 June 1991'),
  fromYugoslavia('mkd', '1991-11-17'),
  fromYugoslavia('bih', '1992-03-06'),
  {
    actor: 'mne',
    predecessor: 'srb',
    mode: 'separation',
    on: '2006-06-03',
    source: {
      citation:
        'United Nations, General Assembly resolution 60/264, Admission of the Republic of Montenegro to ' +
        'membership in the United Nations, 28 June 2006',
      kind: 'organisation',
      published: '2006-06-28',
    },
  },
  {
    // The lists have it enter in 1965, when Southern Rhodesia declared an independence that no state recognised.
    actor: 'zwe',
    predecessor: 'gbr',
    mode: 'decolonisation',
    on: '1980-04-18',
    source: {
      citation: 'United Kingdom, Zimbabwe Act 1979 (c. 60), section 1',
      kind: 'organisation',
      published: '1979',
    },
  },
]
