import { describe, expect, it } from 'vitest'
import { lettersOf } from '../../../src/sources/mtdsg/letters.ts'
import { markedOf } from '../../../src/sources/mtdsg/marked.ts'
import { readMtdsg } from '../../../src/sources/mtdsg/read-mtdsg.ts'
import { codeOfNumber } from '../../../src/text/treaty-number.ts'
import { statusFile } from './status-file.ts'

const read = (file: Parameters<typeof statusFile>[0]) => readMtdsg(statusFile(file), 'IV-999.en.xml')

describe('letters of the depositary’s files', () => {
  it('that were cut to one byte are put back: U+201C is 0x1C, U+2002 is 0x02, U+2026 is an ampersand', () => {
    const bytes = Buffer.from(
      '<?xml version="1.0" encoding="iso-8859-1"?><a>\u001cCz\u0019ech\u001d p.\u0002357 \u0013 [&] and &amp; ' +
        '&lt;i&gt;C\u00f4te</a>',
      'latin1',
    )
    expect(lettersOf(bytes, 'a.xml')).toContain('<a>“Cz’ech” p. 357 – […] and &amp; &lt;i&gt;Côte</a>')
  })
  it('are UTF-8 where the first line says so, or says nothing', () => {
    expect(lettersOf(Buffer.from('<?xml version="1.0" encoding="UTF-8"?><a>Türkiye</a>'), 'a.xml')).toContain('Türkiye')
    expect(() => lettersOf(Buffer.from([0x3c, 0xfc, 0x3e]), 'a.xml')).toThrow(
      'The file declares utf-8, and its bytes are none.',
    )
  })
})

describe('escaped markup', () => {
  it.each([
    ['Albania<superscript>4, 5</superscript>', 'Albania', ['4', '5']],
    ['new article 25 <superscript>bis</superscript> to', 'new article 25 bis to', []],
    ['United Nations, <i>Treaty Series </i>, vol. 1', 'United Nations, Treaty Series, vol. 1', []],
    [
      '<a href="/doc/x.pdf" target="_blank">resolution 39/46</a><superscript>2</superscript>of 1984',
      'resolution 39/46 of 1984',
      ['2'],
    ],
    ['<right>11 February 2016</right>', '11 February 2016', []],
    ['where a < b', 'where a < b', []],
  ])('%s', (written, text, notes) => {
    expect(markedOf(written)).toEqual({ text, notes })
  })
})

describe('numbers of instruments', () => {
  it.each([
    ['IV-9', '4-9'],
    ['XXVI-2-a', '26-2-a'],
    ['III-2-12a', '3-2-12a'],
    ['XI-A-16', '11-16'],
    ['XI-B-1', '11-b-1'],
    ['9', undefined],
  ])('%s', (number, code) => {
    expect(codeOfNumber(number)).toBe(code)
  })
})

describe('a status file', () => {
  it('has a header with what the depositary states', () => {
    const { number, code, header } = read({
      header: `<EIF><Label>Entry into force</Label>
          <Labeltext>26 June 1987, in accordance with article 27(1).</Labeltext><Notes><Note>1</Note></Notes></EIF>
        <Registration><Label>Registration</Label><Labeltext>26 June 1987, No. 24841</Labeltext></Registration>
        <Status><Signatories>83</Signatories><PartiesLabel>Parties</PartiesLabel><Parties>162</Parties></Status>`,
    })
    expect([number, code]).toEqual(['IV-999', '4-999'])
    expect(header).toMatchObject({
      chapter: { number: 'IV', name: 'HUMAN RIGHTS' },
      title: 'Convention on Examples',
      conclusion: 'New York, 10 December 1984',
      entryIntoForce: {
        label: 'Entry into force',
        text: '26 June 1987, in accordance with article 27(1).',
        notes: ['1'],
      },
      registration: { text: '26 June 1987, No. 24841' },
      signatories: 83,
      parties: 162,
    })
  })
  it('has the title of the protocol, where it is one', () => {
    expect(read({ number: ['XXVI', '2', 'a'], title: 'Additional Protocol*' })).toMatchObject({
      number: 'XXVI-2-a',
      header: { title: 'Additional Protocol' },
    })
  })
  it('has a table whose cells are dates with a letter; brackets are acts that no longer stand', () => {
    const { participants } = read({
      legends: ['Signature', 'Ratification, Acceptance(A), Approval(AA), Accession(a)'],
      rows: [
        ['Albania', '', '4 Oct 2007 a'],
        ['Norway<superscript>2,3</superscript>', '[ 8 Jun 1961 ]', '[14 Nov 1980 AA]'],
        ['Peru', '31 Feb 1980', '1 Jan 1980 ]'],
      ],
    })
    expect(participants?.rows).toEqual([
      {
        participant: 'Albania',
        notes: [],
        cells: [
          { kind: 'empty' },
          { kind: 'act', raw: '4 Oct 2007 a', date: '2007-10-04', letter: 'a', standing: true, notes: [] },
        ],
      },
      {
        participant: 'Norway',
        notes: ['2', '3'],
        cells: [
          { kind: 'act', raw: '[ 8 Jun 1961 ]', date: '1961-06-08', letter: '', standing: false, notes: [] },
          { kind: 'act', raw: '[14 Nov 1980 AA]', date: '1980-11-14', letter: 'AA', standing: false, notes: [] },
        ],
      },
      {
        participant: 'Peru',
        notes: [],
        cells: [
          { kind: 'unread', raw: '31 Feb 1980' },
          { kind: 'unread', raw: '1 Jan 1980 ]' },
        ],
      },
    ])
  })
  it('has what participants said, with the kind of each paragraph, and the territories', () => {
    const { objections, territories } = read({
      below: `<Objections><Title>Objections</Title><Objection>
          <Participant>Cyprus&lt;superscript&gt;7&lt;/superscript&gt;</Participant>
          <text>&lt;right&gt;11 February 2016&lt;/right&gt;</text>
          <text type="title">With regard to the declaration made by Turkey:</text>
          <text type="para">The Republic objects.&lt;superscript&gt;8&lt;/superscript&gt;</text>
          <text type="para" /></Objection></Objections>
        <TerritorialApplications show="YES"><Header><col1>Participant</col1></Header>
          <Application><Participant>Australia</Participant>
            <DateNotification>8 Jul 1949</DateNotification><Territories>Nauru</Territories></Application>
          <Application><Participant />
            <DateNotification>9 Jul 1949</DateNotification><Territories>Papua</Territories></Application>
        </TerritorialApplications>`,
    })
    expect(objections).toEqual({
      heading: [{ text: 'Objections', notes: [] }],
      statements: [
        {
          participant: 'Cyprus',
          notes: ['7'],
          paragraphs: [
            { kind: 'right', text: '11 February 2016', notes: [] },
            { kind: 'title', text: 'With regard to the declaration made by Turkey:', notes: [] },
            { kind: 'text', text: 'The Republic objects.', notes: ['8'] },
          ],
        },
      ],
    })
    expect(territories.map(({ participant, received }) => [participant, received])).toEqual([
      ['Australia', '8 Jul 1949'],
      ['Australia', '9 Jul 1949'],
    ])
  })
  it('has notes, tables within them as lines', () => {
    const { endnotes } = read({
      below: `<EndNotes><Note><index>4</index><text>On 26 May 1998 it \u0014 &lt;i&gt;denounced&lt;/i&gt; &amp;c.</text>
        <table><totalCols>2</totalCols><row><col>State</col><col>Date</col></row></table></Note></EndNotes>`,
    })
    expect(endnotes).toEqual([
      {
        number: '4',
        text: 'On 26 May 1998 it — denounced &c.\n\nState | Date',
        paragraphs: [
          { text: 'On 26 May 1998 it — denounced &c.', notes: [] },
          { text: 'State | Date', notes: [] },
        ],
      },
    ])
  })
  it('says which parts it has that are not read', () => {
    expect(read({ below: '<SpecialTables /><LON><Table><Title>Ratifications</Title></Table></LON>' }).unread).toEqual([
      'LON',
    ])
  })
})

describe('what is no status file', () => {
  const reading = (text: string) => () => readMtdsg(Buffer.from(text), 'IV-9.en.xml')
  it('is refused: not well-formed, a page of the server, a file without a number', () => {
    expect(reading('<Document><Treaty></Document>')).toThrow(/no well-formed XML/)
    expect(reading('')).toThrow(/no well-formed XML/)
    expect(reading('<html><body>Maintenance</body></html>')).toThrow('<html> holds no instrument that has a number')
  })
})
