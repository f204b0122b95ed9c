import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { geoArea, geoCentroid } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Plugin } from 'vite'
import { actors } from '../../catalogue/actors/index.ts'

const name = 'virtual:shapes'
const inside = `\0${name}`
const { resolve } = createRequire(import.meta.url)

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>
const countries = async (detail: '50m' | '110m'): Promise<Countries> =>
  JSON.parse(await readFile(resolve(`world-atlas/countries-${detail}.json`), 'utf8')) as Countries

/** ISO's number of a state, as the map's shapes are called, to our id. */
const idByNumber = new Map(
  actors.flatMap(({ id, isoNum }) => [isoNum ?? []].flat().map((given) => [codeOf(given), id] as const)),
)
function codeOf(given: string | { readonly code: string }): string {
  return typeof given === 'string' ? given : given.code
}

/**
 * Shapes without a number in Natural Earth: whose colour they wear. Kosovo is an actor of its own; the others are drawn
 * with the state whose territory they are by the United Nations.
 */
const withoutNumber: Readonly<Record<string, string>> = { Kosovo: 'xkx', 'N. Cyprus': 'cyp', Somaliland: 'som' }

/** Below this many steradians a state of the finer map has no shape on the coarse one, or none that one can hit. */
const tiny = 0.00004

/**
 * The map of the page: the coarse shapes of Natural Earth with our ids, and for every state that has none there, or one
 * too small to be seen, its place on the finer map. Made when the page is built: no reader downloads the finer one.
 */
const made = async () => {
  const [coarse, fine] = [await countries('110m'), await countries('50m')]
  const idOf = ({ id, properties }: { readonly id?: string | number | undefined; readonly properties?: unknown }) =>
    idByNumber.get(String(id ?? '')) ?? withoutNumber[(properties as { name: string } | undefined)?.name ?? '']
  const shown = new Set<string>()
  for (const geometry of coarse.objects.countries.geometries) {
    const id = idOf(geometry)
    if (id !== undefined) shown.add(id)
    geometry.id = id ?? ''
    delete (geometry as { properties?: unknown }).properties
  }
  const dots: Record<string, readonly [number, number]> = {}
  for (const shape of feature(fine, fine.objects.countries).features) {
    const id = idOf(shape)
    if (id === undefined || (shown.has(id) && geoArea(shape) > tiny)) continue
    const [longitude, latitude] = geoCentroid(shape)
    dots[id] ??= [Math.round(longitude * 100) / 100, Math.round(latitude * 100) / 100]
  }
  return { atlas: coarse, dots }
}

export const shapes = (): Plugin => ({
  name: 'shapes',
  resolveId: (id) => (id === name ? inside : undefined),
  load: async (id) =>
    id === inside ? `export default JSON.parse(${JSON.stringify(JSON.stringify(await made()))})` : undefined,
})
