/** What each kind of anomaly means, and what it mostly comes from. */
export const anomalyKinds: Readonly<Record<string, string>> = {
  'stated-differs':
    'the clause and the acts give another day of entry into force than the ' +
    'depositary; mostly acts that are not recorded, such as those of extinct states',
  'consent-repeated':
    'a second consent of a party that was bound; a table with several date columns, ' +
    'a territorial extension, or a first withdrawal that is not recorded',
  'ratified-unsigned':
    'ratification without a signature; the table shows a successor, a ' +
    'signature by a predecessor, or calls an accession so',
  'acceded-signed':
    'accession of a signatory; common practice after the treaty was closed, or in treaties that know no ratification',
  'before-opening':
    'an act before the treaty was opened for signature; a predecessor treaty, or the date of another act',
  'signed-late': 'a signature after the treaty was closed for signature',
  'consent-after-end': 'a consent after the treaty had ended',
  'notice-unbound': 'a notice of withdrawal of one that was not bound',
  'notice-repeated': 'a notice while an earlier one was running',
  'notice-premature': 'a notice before the first day on which the treaty lets parties leave',
  'contested-exit':
    'a notice of withdrawal where the treaty knows none, or that was declared ineffective: the party is still bound',
  'revocation-without-notice': 'a revocation without a notice',
  'revocation-too-late': 'a revocation after the notice had taken effect',
  'ineffective-without-notice': 'a notice that is not recorded was declared ineffective',
  'instrument-missing': 'an instrument was taken back that is not recorded',
  'instrument-in-force': 'an instrument was taken back when the treaty was in force for the party',
  'cessation-unbound': 'an organ ended the participation of one that was no party',
  'exit-unbound': 'the depositary states an exit of one that was not bound',
  'stated-exit-differs': 'the clause gives another day of exit than the depositary',
  'force-unbound': 'the depositary states a day in force of one that had not consented',
  'stated-force-differs': 'the clause gives another day in force for a party than the depositary',
  'suspended-unbound': 'a suspension by one that was not bound',
  'resumed-unsuspended': 'the operation was resumed that was not suspended',
  'confirmation-alone': 'a confirmation without a signature ad referendum',
  'repudiation-unsigned': 'a repudiation without a signature',
  'repudiation-bound': 'a repudiation after consent: only a withdrawal could end it',
  'provisional-alone': 'the end of a provisional application that had not begun',
  'no-longer-listed':
    "the depositary's later table no longer lists an act, and nothing recorded says why; most often a withdrawal",
  'contested-continuation':
    'a claim to continue a state that was not generally accepted: bound or not, nobody could say',
  'reservation-prohibited':
    'a reservation to a treaty that permits none: it stands in the record, and is said to be odd',
  'reservation-unconfirmed': 'a reservation made at signature and not confirmed at consent: it has no effect',
  'reservation-unbound': 'a reservation of one that never consented; mostly a consent that is not recorded',
  'reservation-late':
    'a reservation of one that was bound already: it has effect after twelve months without objection',
  'late-reservation-objected': 'a late reservation that met an objection in time: it has no effect',
  'reservation-unmade': 'a reservation that is not recorded was changed or taken back',
  'objection-late':
    'an objection after twelve months: the reservation was deemed accepted; where it is ' +
    'not recorded when the depositary told the parties, they run from the deposit',
  'objection-unmade': 'an objection that is not recorded was taken back',
  'objector-not-contracting': 'an objection of one that was no contracting state; signatories object, too',
  'objection-aimless': 'an objection to a reservation that is not recorded',
}
