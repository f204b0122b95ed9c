/**
 * Geographic regions and sub-regions of the United Nations (M49): the 22 smallest, for which those of Sub-Saharan
 * Africa (202) and of Latin America and the Caribbean (419) stand one by one. It lists what there is today, and does
 * not say since when. States that it does not list are placed where their territory lies; Austria-Hungary lay in
 * three sub-regions, and has none.
 */
import type { ClassEntry } from './entry.ts'

interface Subregion {
  readonly code: string
  readonly name: string
  /** Code of the region. */
  readonly region: keyof typeof regions
  /** Ids of the actors that M49 lists. */
  readonly lists: string
  /** Ids of those that it does not, or no longer, list. */
  readonly lay?: string
}

const regions = { '002': 'Africa', '019': 'Americas', '142': 'Asia', '150': 'Europe', '009': 'Oceania' } as const

const subregions: readonly Subregion[] = [
  { code: '015', name: 'Northern Africa', region: '002', lists: 'dza egy lby mar sdn tun' },
  {
    code: '011',
    name: 'Western Africa',
    region: '002',
    lists: 'ben bfa civ cpv gha gin gmb gnb lbr mli mrt ner nga sen sle tgo',
  },
  {
    code: '014',
    name: 'Eastern Africa',
    region: '002',
    lists: 'bdi com dji eri eth ken mdg moz mus mwi rwa som ssd syc tza uga zmb zwe',
    lay: 'cow511',
  },
  { code: '017', name: 'Middle Africa', region: '002', lists: 'ago caf cmr cod cog gab gnq stp tcd' },
  { code: '018', name: 'Southern Africa', region: '002', lists: 'bwa lso nam swz zaf', lay: 'gw563 gw564' },
  { code: '021', name: 'Northern America', region: '019', lists: 'can usa' },
  {
    code: '029',
    name: 'Caribbean',
    region: '019',
    lists: 'atg bhs brb cub dma dom grd hti jam kna lca tto vct',
  },
  { code: '013', name: 'Central America', region: '019', lists: 'blz cri gtm hnd mex nic pan slv', lay: 'gw89' },
  {
    code: '005',
    name: 'South America',
    region: '019',
    lists: 'arg bol bra chl col ecu guy per pry sur ury ven',
    lay: 'gw99',
  },
  { code: '143', name: 'Central Asia', region: '142', lists: 'kaz kgz tjk tkm uzb' },
  { code: '030', name: 'Eastern Asia', region: '142', lists: 'chn jpn kor mng prk', lay: 'cow730 gw711 twn' },
  {
    code: '035',
    name: 'South-eastern Asia',
    region: '142',
    lists: 'brn idn khm lao mmr mys phl sgp tha tls vnm',
    lay: 'gw815 rvn',
  },
  { code: '034', name: 'Southern Asia', region: '142', lists: 'afg bgd btn ind irn lka mdv npl pak' },
  {
    code: '145',
    name: 'Western Asia',
    region: '142',
    lists: 'are arm aze bhr cyp geo irq isr jor kwt lbn omn pse qat sau syr tur yem',
    lay: 'pdry yar',
  },
  {
    code: '151',
    name: 'Eastern Europe',
    region: '150',
    lists: 'bgr blr cze hun mda pol rou rus svk ukr',
    lay: 'csk',
  },
  { code: '154', name: 'Northern Europe', region: '150', lists: 'dnk est fin gbr irl isl ltu lva nor swe' },
  {
    code: '039',
    name: 'Southern Europe',
    region: '150',
    lists: 'alb and bih esp grc hrv ita mkd mlt mne prt smr srb svn vat',
    lay: 'cow327 cow329 cow332 cow335 cow337 xkx yug',
  },
  {
    code: '155',
    name: 'Western Europe',
    region: '150',
    lists: 'aut bel che deu fra lie lux mco nld',
    lay: 'cow240 cow245 cow267 cow269 cow271 cow273 cow275 cow280 ddr',
  },
  { code: '053', name: 'Australia and New Zealand', region: '009', lists: 'aus nzl' },
  { code: '054', name: 'Melanesia', region: '009', lists: 'fji png slb vut' },
  { code: '057', name: 'Micronesia', region: '009', lists: 'fsm kir mhl nru plw' },
  { code: '061', name: 'Polynesia', region: '009', lists: 'cok niu ton tuv wsm' },
]

const entriesOf = ({ code, name, region, lists, lay = '' }: Subregion): readonly ClassEntry[] => {
  const isListed = new Set(lists.split(' '))
  return [...isListed, ...lay.split(' ').filter((id) => id !== '')].flatMap((actor): readonly ClassEntry[] => {
    const source = isListed.has(actor)
      ? ({ ref: 'm49' } as const)
      : ({ ref: 'catalogue', locator: 'not in M49: placed where its territory lies' } as const)
    return [
      { classification: 'm49-region', class: region, label: regions[region], actor, source },
      { classification: 'm49-subregion', class: code, label: name, actor, source },
    ]
  })
}

export const m49: readonly ClassEntry[] = subregions.flatMap(entriesOf)
