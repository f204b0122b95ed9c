import { describe, expect, it } from 'vitest'
import { firstLists } from '../../src/ingest/reconcile/first-lists.ts'
import { cowStates } from '../../src/sources/mappings/cow-states.ts'
import { gwStates } from '../../src/sources/mappings/gw-states.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import { untc2015 } from '../../src/sources/untc/untc-2015.ts'

const cow = tableImporter(cowStates)
const gw = tableImporter(gwStates)
const published = (version: string, day?: string) => ({
  ...cow,
  release: { ...cow.release, id: `cow-states-${version}`, version, published: day },
})

describe('the first list of a state system', () => {
  it('is that of each system; a table of acts is none', () =>
    expect([...firstLists([untc2015, gw, cow])].toSorted()).toEqual(['cow-states-2016', 'gw-states-2017']))
  it('is the one that was published first, whatever it is called', () => {
    const [older, newer] = [published('2016', '2017'), published('2011', '2025')]
    expect([...firstLists([newer, older])]).toEqual(['cow-states-2016'])
  })
  it('is not one of which nobody knows when it was published, where another says so', () => {
    const { published: _, ...release } = published('0').release
    expect([...firstLists([{ ...cow, release }, published('2016', '2017')])]).toEqual(['cow-states-2016'])
  })
})
