/** Units that are 1,024 of the one before; `B` are bytes. */
const units = ['B', 'KiB', 'MiB', 'GiB'] as const

const shape = /^(\d{1,12})\s*(b|ki?b?|mi?b?|gi?b?)?$/i

/** `64 MiB`, `64M` or `67108864` as bytes; undefined where it is no size. */
export const readSize = (text: string): number | undefined => {
  const [, count, unit = 'B'] = shape.exec(text.trim()) ?? []
  if (count === undefined) return undefined
  const power = units.findIndex((one) => one[0] === unit[0]?.toUpperCase())
  return Number(count) * 1024 ** power
}

/** So many bytes in the largest unit that has them without a rest. */
export const sizeText = (bytes: number): string => {
  const power = units.findLastIndex((_, at) => bytes > 0 && bytes % 1024 ** at === 0)
  return power < 1 ? `${bytes} bytes` : `${bytes / 1024 ** power} ${units[power]}`
}
