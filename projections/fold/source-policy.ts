import { sourceKinds, type Source } from '../../src/events/source.ts'

/**
 * Whom to believe where sources tell rival things: kinds of source, series, or ids of registered sources, in falling
 * order of trust. Only what is told by one of them counts.
 */
export type SourcePolicy = readonly string[]

/** Depositary before organisation, scholars, datasets and the press: every source has its place. */
export const defaultPolicy: SourcePolicy = sourceKinds

/** Whether a policy is the one that the stored rows were folded under. */
export const isDefault = (policy: SourcePolicy): boolean =>
  policy === defaultPolicy || policy.join() === defaultPolicy.join()

/** The words by which a policy may name a source, the narrowest first. */
const wordsFor = (source: Source): readonly (string | undefined)[] => [
  'ref' in source ? source.ref : undefined,
  source.series,
  source.kind,
]

/**
 * The place of what these sources tell, that of the most trusted of them; undefined where the policy names none of
 * them. By default a source whose kind nobody has said comes last.
 */
export const rankOf = (policy: SourcePolicy, sources: readonly Source[]): number | undefined => {
  const places = sources
    .map((source) => policy.findIndex((word) => wordsFor(source).includes(word)))
    .filter((place) => place >= 0)
  if (places.length > 0) return Math.min(...places)
  return isDefault(policy) ? policy.length : undefined
}

/**
 * Who speaks: the series where there is one, for its releases are one voice; else the registered source, or the
 * citation.
 */
export const speakerOf = (source: Source): string => source.series ?? ('ref' in source ? source.ref : source.citation)

const speakersOf = ({ sources }: { readonly sources: readonly Source[] }): readonly string[] => sources.map(speakerOf)

/** Whether somebody tells both. */
export const shareSpeaker = (
  some: readonly { readonly sources: readonly Source[] }[],
  others: readonly { readonly sources: readonly Source[] }[],
): boolean => {
  const speakers = new Set(some.flatMap(speakersOf))
  return others.flatMap(speakersOf).some((speaker) => speakers.has(speaker))
}

/** Sources without their places in them, as text: what a row keeps to be ranked by. */
export const toldByOf = (sources: readonly Source[]): string =>
  JSON.stringify(
    [
      ...new Set(
        sources.map((source) =>
          JSON.stringify(
            'ref' in source
              ? {
                  ref: source.ref,
                  ...(source.series !== undefined && { series: source.series }),
                  ...(source.kind !== undefined && { kind: source.kind }),
                }
              : {
                  citation: source.citation,
                  kind: source.kind,
                  ...(source.series !== undefined && { series: source.series }),
                },
          ),
        ),
      ),
    ]
      .toSorted()
      .map((text) => JSON.parse(text) as Source),
  )
