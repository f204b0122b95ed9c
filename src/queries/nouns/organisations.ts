import { z } from 'zod'
import { byText } from '../../common/by-text.ts'
import { formalities } from '../../events/igo.ts'
import { list } from '../lists/list.ts'
import { listingOf } from '../lists/listing.ts'
import { finder, searchInput } from '../lists/search.ts'
import { dateColumn, intColumn, joined, textColumn } from '../question/columns.ts'
import { callings } from './called.ts'
import {
  loadOrganisationLives,
  organisationOut,
  organisationsAsShown,
  organisationText,
} from './known-organisations.ts'

export const organisations = list({
  name: 'organisations',
  asks:
    'The organisations that normtrail knows: what each was called on the day, its codes, what it is for, ' +
    'how many full members it had, its first and last day.',
  words: ['organisation', 'organisations'],
  withoutRivals: 'organisations are defined, not claimed, and sizes follow the default order of sources',
  filters: z.object({
    q: searchInput,
    formality: z.enum(formalities).optional().describe('Only those that a treaty founds, or only the others'),
  }),
  item: organisationOut,
  find: async (world, { q, formality }) => {
    const isFound = finder(q)
    const lives = await loadOrganisationLives(world)
    const found = world.names
      .subjects('igo')
      .map(({ id }) => id)
      .filter((id) => {
        const names = lives.get(id)?.names.map(({ name }) => name) ?? []
        return (
          (formality === undefined || (lives.get(id)?.formality ?? 'formal') === formality) &&
          isFound([...callings(world, 'igo', id), ...names])
        )
      })
    return listingOf(found.toSorted(byText), (id) => id)
  },
  keyOf: (id) => id,
  show: organisationsAsShown,
  lines: (one) => [organisationText(one)],
  columns: [
    textColumn('igo', 'Id of the organisation'),
    textColumn('name', 'What it was called on the day'),
    textColumn('cow_igo', 'Its Correlates of War abbreviation on the day', 'It had none then'),
    textColumn('formality', 'formal, or informal: no treaty founds it'),
    textColumn('fields', 'What it is for: political, social, economic, with spaces between', 'No source says any'),
    intColumn(
      'full_members',
      'Full members on the day, certain and possible ones',
      'Nothing tells who belonged to it then',
    ),
    intColumn('possible_members', 'Of these, those who only may have been', 'As for full_members'),
    dateColumn('first_day', 'Its first day, or the first that it may have been', 'Nobody says it'),
    dateColumn('last_day', 'Its last day, or the last that may have been', 'It goes on, or nobody says it'),
    textColumn(
      'founded',
      'When it was founded, as precisely as it is told: a day, a month, a year, or first/last (.. is an open end)',
      'Nobody says it',
    ),
    textColumn('ended', 'When its last day was, likewise', 'It goes on, or nobody says it'),
    textColumn('successor', 'Id of the organisation that took its place', 'None did'),
  ],
  cells: (one) => [
    one.id,
    one.name,
    one.codes['cow-igo'] ?? null,
    one.formality,
    joined(one.fields ?? []),
    one.fullMembers,
    one.possible,
    one.firstDay,
    one.lastDay,
    one.founded,
    one.ended,
    one.successor,
  ],
})
