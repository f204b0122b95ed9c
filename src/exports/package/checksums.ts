/** The name of the file that has the checksums of the others. */
export const checksumsName = 'checksums.txt'

export interface Checksum {
  readonly name: string
  readonly sha256: string
}

/** As `sha256sum --check` reads it. */
export const checksumsText = (files: readonly Checksum[]): string =>
  files
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
    .join('')

/** The checksums of such a file; undefined where a line is none, or names anything but a file beside it. */
export const parseChecksums = (text: string): readonly Checksum[] | undefined => {
  const lines = text.split('\n').filter((line) => line !== '')
  const read = lines.map((line) => /^([0-9a-f]{64}) [ *]([^/\\]+)$/.exec(line))
  if (read.length === 0 || read.includes(null)) return undefined
  return read.map((match) => ({ sha256: match?.[1] ?? '', name: match?.[2] ?? '' }))
}
