import type { BackdatedReport } from '../../ingest/backdated/backdated-load.ts'

/** What came of it in words: the times that were recorded are never silent. */
export const backdatedText = ({
  recordedAt,
  dryRun,
  commits,
  events,
  there,
  first: from,
  last,
  appendedAt,
  known,
}: BackdatedReport): string =>
  [
    `${dryRun ? 'would be recorded' : 'recorded'} at ${recordedAt}: ${events} events in ${commits} ` +
      `commits, from ${from ?? 'nothing'} to ${last ?? 'nothing'}; appended ${appendedAt}`,
    ...(there.events > 0
      ? [`  ${there.events} events in ${there.commits} commits of it were there: an earlier run was cut off`]
      : []),
    ...Object.entries({
      definition: 'definitions, before all else',
      publication: 'known when a source was published',
      act: 'known when done, by the body that it was done before',
      undated: 'of sources that do not say when they were published: known now',
      given: 'at the instant that was given',
    }).flatMap(([basis, words]) =>
      known[basis as keyof typeof known] > 0 ? [`  ${known[basis as keyof typeof known]} ${words}`] : [],
    ),
  ].join('\n')
