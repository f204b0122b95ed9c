import { dayNumber } from '../words/days.ts'

/**
 * Whose land a present state's was. A predecessor is drawn by the present shapes of its successors for as long as they
 * were not in the state system themselves, up to the day on which it ended or they were let go: Ukraine, which was a
 * member of the United Nations of its own, wears its own colour in 1985; Latvia wears that of the Soviet Union.
 * Days: the catalogue's successions; of the Soviet Union, its treaty of 30 December 1922 and the declaration of its
 * Supreme Soviet of 26 December 1991; of Serbia and Montenegro, its charter of 4 February 2003.
 */
export interface FormerUnion {
  readonly state: string
  /** What it was called, for its outline. */
  readonly name: string
  readonly parts: readonly string[]
  /** The first day on which it is no longer drawn so. */
  readonly until: string
}

const ofMoscow = 'rus arm aze blr est geo kaz kgz ltu lva mda tjk tkm ukr uzb'.split(' ')

/** In order of time for each state: the first that has not ended is the one of a day. */
export const unions: readonly FormerUnion[] = [
  { state: 'rus', name: 'Russia', parts: ofMoscow, until: '1922-12-30' },
  { state: 'rus', name: 'Soviet Union', parts: ofMoscow, until: '1991-12-26' },
  { state: 'yug', name: 'Yugoslavia', parts: ['bih', 'hrv', 'mkd', 'mne', 'srb', 'svn', 'xkx'], until: '1992-04-27' },
  { state: 'srb', name: 'Federal Republic of Yugoslavia', parts: ['srb', 'mne', 'xkx'], until: '2003-02-04' },
  { state: 'srb', name: 'Serbia and Montenegro', parts: ['srb', 'mne', 'xkx'], until: '2006-06-03' },
  { state: 'srb', name: 'Serbia', parts: ['srb', 'xkx'], until: '2008-02-17' },
  { state: 'csk', name: 'Czechoslovakia', parts: ['cze', 'svk'], until: '1993-01-01' },
]

/** The union that a state was on a day; undefined where it was none any more, or never. */
export const unionOn = (state: string, day: number): FormerUnion | undefined =>
  unions.find((union) => union.state === state && day < dayNumber(union.until))

/** States whose land another one holds today: a dot at the capital, as longitude and latitude. */
export const capitals: Readonly<Record<string, readonly [number, number]>> = {
  // East Berlin, Saigon, Sana'a, Aden, Zanzibar City.
  ddr: [13.41, 52.52],
  rvn: [106.7, 10.78],
  yar: [44.21, 15.35],
  pdry: [45.04, 12.79],
  cow511: [39.19, -6.16],
  // Of the German lands: Hanover, Munich, Karlsruhe, Dresden, Stuttgart, Kassel, Darmstadt, Schwerin.
  cow240: [9.74, 52.37],
  cow245: [11.58, 48.14],
  cow267: [8.4, 49.01],
  cow269: [13.74, 51.05],
  cow271: [9.18, 48.78],
  cow273: [9.48, 51.31],
  cow275: [8.65, 49.87],
  cow280: [11.41, 53.63],
  // Vienna; of the Italian lands: Rome, Naples, Modena, Parma, Florence.
  cow300: [16.37, 48.21],
  cow327: [12.48, 41.9],
  cow329: [14.25, 40.85],
  cow332: [10.93, 44.65],
  cow335: [10.33, 44.8],
  cow337: [11.26, 43.77],
  // Seoul; Guatemala, Bogotá, Pretoria, Bloemfontein, Lhasa, Hue.
  cow730: [126.98, 37.57],
  gw89: [-90.51, 14.63],
  gw99: [-74.07, 4.71],
  gw563: [28.19, -25.75],
  gw564: [26.21, -29.12],
  gw711: [91.11, 29.65],
  gw815: [107.58, 16.46],
}
