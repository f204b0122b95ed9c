import type { AttachmentKind } from '../../../src/events/treaty.ts'
import { ALWAYS, FOREVER, type Day } from '../../../src/time/day.ts'
import { parseDate } from '../../../src/time/edtf.ts'
import type { DateRange } from '../../../src/time/date-range.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { holdsOn, type Certainty, type Timeline } from '../../../src/time/timeline.ts'
import type { Standing } from '../treaty/legal-status.ts'
import type { Act } from '../treaty/acts.ts'

/** What is taken back or changed without having been made: the event that does so. */
interface Unmade {
  readonly unmade?: string
}

/** What an attachment says beyond its columns, by its kind; of the kinds that are not named, nothing is read. */
interface DetailOfKind {
  /** `notified`: when the depositary told the parties, as an EDTF date. */
  readonly reservation: { readonly text?: string; readonly notified?: string }
  readonly declaration: {
    readonly text?: string
    readonly kind?: 'interpretative' | 'optionalClause' | 'territorial' | 'political' | 'unclassified'
  }
  readonly objection: { readonly precludesEntryIntoForce?: boolean }
}
type DetailOf<K extends AttachmentKind> = Unmade & (K extends keyof DetailOfKind ? DetailOfKind[K] : object)

/** What one actor attached to a treaty, between two changes of it, of one kind; as known at one moment. */
export interface AttachmentOf<K extends AttachmentKind> {
  readonly treaty: string
  readonly actor: string
  readonly kind: K
  readonly label: string
  readonly at: 'signature' | 'consent' | 'late' | undefined
  /** For objections: the reserving party. */
  readonly toward: string | undefined
  /** None named: all of them. */
  readonly provisions: readonly string[]
  readonly detail: DetailOf<K>
  /** When it was made; undefined where the source gives no date. */
  readonly made: DateRange | undefined
  /** When these provisions began and ended to stand. */
  readonly from: DateRange
  readonly to: DateRange
  readonly decidedBy: readonly EventId[]
}
export type Attachment = { readonly [K in AttachmentKind]: AttachmentOf<K> }[AttachmentKind]

/** Those of one kind. */
export const ofKind = <K extends AttachmentKind>(
  attachments: readonly Attachment[],
  kind: K,
): readonly Extract<Attachment, { readonly kind: K }>[] =>
  attachments.filter((one): one is Extract<Attachment, { readonly kind: K }> => one.kind === kind)

/** An actor under the treaty, as the composition of its acts has it. */
export interface Party {
  readonly acts: readonly Act[]
  readonly timeline: Timeline<Standing>
}

/** A spell as a contracting state, as far as it may reach. */
export interface PartySpell {
  readonly number: number
  readonly from: Day
  /** The first day on which it is sure to be one; FOREVER where that is nowhere sure. */
  readonly surelyFrom: Day
  readonly to: Day
  readonly decidedBy: readonly EventId[]
}

const contracting: ReadonlySet<string> = new Set(['CONSENTED', 'IN_FORCE', 'EXIT_PENDING', 'SUSPENDED'])

/** Whether one may be a contracting state so (VCLT art 2(1)(f)). */
export const isContracting = (standing: Standing | undefined): boolean =>
  standing?.possible.some((status) => contracting.has(status)) ?? false

/** The spells of an actor as a contracting state, read from its timeline. */
export const partySpells = ({ timeline }: Pick<Party, 'timeline'>): readonly PartySpell[] => {
  const spells = new Map<number, PartySpell>()
  for (const { from, to, value, decidedBy } of timeline) {
    if (value.spell === 0 || !isContracting(value)) continue
    const known = spells.get(value.spell)
    const sure = value.possible.every((status) => contracting.has(status))
    spells.set(value.spell, {
      number: value.spell,
      from: known?.from ?? from,
      surelyFrom: Math.min(known?.surelyFrom ?? FOREVER, sure ? from : FOREVER) as Day,
      to,
      decidedBy: [...(known?.decidedBy ?? []), ...decidedBy],
    })
  }
  return [...spells.values()].toSorted((a, b) => a.number - b.number)
}

/** Whether this is how it was first made, and not how it was later changed. */
const isFirst = ({ made, from }: Attachment): boolean =>
  made === undefined ? from.lo <= ALWAYS : made.lo === from.lo && made.hi === from.hi

/**
 * The act of consent that it was made with: that of its day, else the last one before; the last of all where it has no
 * date.
 */
const consentOf = ({ made }: Attachment, acts: readonly Act[]): Act | undefined => {
  const consents = acts.filter((act) => act.class === 'consent').toSorted((a, b) => a.done.lo - b.done.lo)
  if (made === undefined) return consents.at(-1)
  const same = consents.find(({ done }) => done.lo <= made.hi && made.lo <= done.hi)
  return same ?? consents.findLast(({ done }) => done.lo <= made.hi) ?? consents[0]
}

/**
 * The spells that an attachment may belong to. Made with a consent, it belongs to the spell that this consent opened
 * and ends with it; a new spell starts without it. Without a date it belongs to the act that the source prints it with:
 * where there were several spells, that may be any. Made later, it belongs to the spell of its day.
 */
export const spellsFor = (attachment: Attachment, party: Party): readonly PartySpell[] => {
  const spells = partySpells(party)
  const { made } = attachment
  if (spells.length < 2 && attachment.at !== 'late') return spells
  if (made === undefined) return spells
  const ofDay = spells.filter(({ from, to }) => from <= made.hi && made.lo < to)
  if (attachment.at !== 'consent' && attachment.at !== 'signature') return ofDay.slice(0, 1)
  const consent = consentOf(attachment, party.acts)
  // The instrument that brought the treaty into force decides every later spell, too: the first is the one that it
  // opened.
  const opened = spells.find(({ decidedBy }) => consent?.decidedBy.some((id) => decidedBy.includes(id)) ?? false)
  return opened === undefined ? ofDay.slice(0, 1) : [opened]
}

/** The day of the act that it was made with, where it has none of its own. */
export const madeOn = (attachment: Attachment, party: Party): DateRange | undefined => {
  if (attachment.made !== undefined) return attachment.made
  if (attachment.at === 'signature') return party.acts.find((act) => act.class === 'signature')?.done
  return attachment.at === 'consent' ? consentOf(attachment, party.acts)?.done : undefined
}

/**
 * From when on silence counts as acceptance: when the depositary told the parties (VCLT art 20(5)); the day it was
 * made, where that is not recorded.
 */
export const notifiedOn = (attachment: AttachmentOf<'reservation'>, party: Party): DateRange | undefined => {
  const { notified } = attachment.detail
  return notified !== undefined ? parseDate(notified) : madeOn(attachment, party)
}

/**
 * The days [from, to) on which an attachment had effect; on those between the outer and the inner ones it possibly had.
 */
export interface Effect<A extends Attachment = Attachment> {
  readonly attachment: A
  readonly from: Day
  readonly to: Day
  readonly surelyFrom: Day
  readonly surelyTo: Day
}

/**
 * The days of an attachment within a spell: from the spell's first where it was made with the act that opened it, else
 * from its own; or from a day given.
 */
export const within = <A extends Attachment>(
  attachment: A,
  spells: readonly PartySpell[],
  start?: DateRange,
): readonly Effect<A>[] =>
  spells.flatMap((spell) => {
    const begins =
      start ??
      (isFirst(attachment) && attachment.at !== undefined && attachment.at !== 'late'
        ? { lo: spell.from, hi: spell.surelyFrom }
        : attachment.from)
    const from = Math.max(spell.from, begins.lo) as Day
    const to = Math.min(spell.to, attachment.to.hi) as Day
    if (from >= to) return []
    // Of several spells that it may belong to, it belongs to none for sure; made late on no one knows which day, it
    // stands for sure on none.
    const surely = spells.length === 1 && !(attachment.at === 'late' && attachment.made === undefined)
    return [
      {
        attachment,
        from,
        to,
        surelyFrom: (surely ? Math.max(spell.surelyFrom, begins.hi) : FOREVER) as Day,
        surelyTo: (surely ? Math.min(spell.to, attachment.to.lo) : FOREVER) as Day,
      },
    ]
  })

/** Whether an effect certainly, possibly or not at all holds on a day. */
export const effectOn = ({ from, to, surelyFrom, surelyTo }: Effect, day: Day): Certainty | undefined => {
  if (!holdsOn({ from, to }, day)) return undefined
  return holdsOn({ from: surelyFrom, to: surelyTo }, day) ? 'certain' : 'possible'
}
