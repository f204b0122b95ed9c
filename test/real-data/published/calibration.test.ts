import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { entryIntoForce } from '../../../projections/compose/treaty/entry-into-force.ts'
import { lawOf } from '../../../src/queries/treaties/treaty-law.ts'
import { formatDay } from '../../../src/time/day.ts'
import { asker } from '../../support/ask.ts'
import { surroundings } from '../../support/circumstances.ts'
import { dataFolder } from '../../support/run/published.ts'
import { theLog } from './the-log.ts'

/**
 * Treaty, the day on which its clause was met, the day on which it entered into force. Official dates of the
 * depositaries; the days on which clauses were met are those of the deposits in the participants tables of 2015, with
 * the instruments of states that have since ended. The First Optional Protocol met its own condition (ten instruments,
 * three months) on 1974-03-12, and waited for the Covenant.
 */
const official = [
  ['genocide', '1950-10-14', '1951-01-12'],
  ['refugees', '1954-01-22', '1954-04-22'],
  ['refugee-protocol', '1967-10-04', '1967-10-04'],
  ['icerd', '1968-12-05', '1969-01-04'],
  ['icescr', '1975-10-03', '1976-01-03'],
  ['iccpr', '1975-12-23', '1976-03-23'],
  ['iccpr-op1', '1974-03-12', '1976-03-23'],
  ['vclt', '1979-12-28', '1980-01-27'],
  ['cedaw', '1981-08-04', '1981-09-03'],
  ['cat', '1987-05-27', '1987-06-26'],
  ['crc', '1990-08-03', '1990-09-02'],
  ['iccpr-op2', '1991-04-11', '1991-07-11'],
  ['unclos', '1993-11-16', '1994-11-16'],
  ['cwc', '1996-10-31', '1997-04-29'],
  ['ottawa', '1998-09-16', '1999-03-01'],
  ['rome', '2002-04-11', '2002-07-01'],
  ['cmw', '2003-03-14', '2003-07-01'],
  ['fctc', '2004-11-29', '2005-02-27'],
  ['kyoto', '2004-11-18', '2005-02-16'],
  ['opcat', '2006-05-23', '2006-06-22'],
  ['crpd', '2008-04-03', '2008-05-03'],
  ['ccm', '2010-02-16', '2010-08-01'],
  ['ced', '2010-11-23', '2010-12-23'],
  ['istanbul', '2014-04-22', '2014-08-01'],
  ['att', '2014-09-25', '2014-12-24'],
  ['paris', '2016-10-05', '2016-11-04'],
  ['tpnw', '2020-10-24', '2021-01-22'],
] as const

/**
 * When the tables of today reach the clauses by themselves: the rows of the German Democratic Republic, Czechoslovakia
 * and Yugoslavia are gone.
 */
const fromTablesAlone = [
  ['icerd', '1969-03-09'],
  ['icescr', '1976-08-19'],
  ['iccpr', '1976-09-11'],
  ['vclt', '1980-02-02'],
  ['cedaw', '1981-09-04'],
  ['iccpr-op2', '1991-12-05'],
  ['unclos', '1995-01-12'],
] as const

describe.skipIf(!existsSync(dataFolder))(
  'the participants tables of the United Nations, with the facts that come with normtrail',
  () => {
    const { workspace } = theLog()
    const ask = asker(workspace)

    it(
      'give the official date of entry into force of every treaty, and the day that set it off, ' +
        'from clause and acts alone',
      async () => {
        const { rows } = await ask<{
          rows: readonly { treaty: string; basis: string; triggerDate: string; enteredIntoForce: string }[]
        }>('entry-into-force')
        const found = new Map(
          rows.map(({ treaty, basis, triggerDate, enteredIntoForce }) => [
            treaty,
            [basis, triggerDate, enteredIntoForce],
          ]),
        )
        expect(official.map(([treaty]) => [treaty, ...(found.get(treaty) ?? [])])).toEqual(
          official.map(([treaty, trigger, inForce]) => [treaty, 'derived', trigger, inForce]),
        )
      },
    )

    it.each(fromTablesAlone)(
      'without the instruments of states that have ended, the clause of %s is reached only by %s, ' +
        'and the stated day stands',
      async (treaty, reachedByTablesAlone) => {
        const { terms, acts } = await lawOf(await workspace().world({}), treaty)
        const left = acts.filter(({ actor }) => !['ddr', 'csk', 'yug'].includes(actor))
        const { date, basis, reachedOnly } = entryIntoForce(terms, left, surroundings({ organisations: ['eu'] }))
        const inForce = official.find(([id]) => id === treaty)?.[2]
        expect([basis, ...[date, reachedOnly].map((day) => day && formatDay(day))]).toEqual([
          'stated',
          inForce,
          reachedByTablesAlone,
        ])
      },
    )
  },
)
