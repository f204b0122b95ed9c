/**
 * The states of Asia, the Middle East included. Numbers and abbreviations: Correlates of War state system v2016 and
 * Gleditsch & Ward (1999); three-letter codes: ISO 3166-1, withdrawn ones ISO 3166-3. Yemen stands here from the union
 * of 1990; the two states before it, South Viet Nam and Korea before 1910 are among the former states.
 */
import type { ActorEntry } from './entry.ts'

export const asia: readonly ActorEntry[] = [
  {
    id: 'afg', kind: 'state', name: 'Afghanistan', cow: '700', cowAbb: 'AFG', gw: '700', iso3: 'AFG', amnesty: 'ASA 11',
    names: ['Islamic Republic of Afghanistan', 'Islamic Emirate of Afghanistan', 'Democratic Republic of Afghanistan'],
  },
  { id: 'bhr', kind: 'state', name: 'Bahrain', cow: '692', cowAbb: 'BAH', gw: '692', iso3: 'BHR', amnesty: 'MDE 11', names: ['Kingdom of Bahrain', 'State of Bahrain'] },
  { id: 'bgd', kind: 'state', name: 'Bangladesh', cow: '771', cowAbb: 'BNG', gw: '771', iso3: 'BGD', amnesty: 'ASA 13', names: ["People's Republic of Bangladesh", 'East Pakistan'] },
  { id: 'btn', kind: 'state', name: 'Bhutan', cow: '760', cowAbb: 'BHU', gw: '760', iso3: 'BTN', amnesty: 'ASA 14', names: ['Kingdom of Bhutan'] },
  { id: 'brn', kind: 'state', name: 'Brunei Darussalam', cow: '835', cowAbb: 'BRU', gw: '835', iso3: 'BRN', names: ['Brunei', 'bruneidarussalam', 'Nation of Brunei'] },
  {
    id: 'khm', kind: 'state', name: 'Cambodia', cow: '811', cowAbb: 'CAM', gw: '811', iso3: 'KHM', amnesty: 'ASA 23',
    names: ['Kingdom of Cambodia', 'Kampuchea', 'Democratic Kampuchea', "People's Republic of Kampuchea", 'Khmer Republic', 'Cambodia (Kampuchea)'],
  },
  {
    id: 'chn', kind: 'state', name: 'China', cow: '710', cowAbb: 'CHN', gw: '710', iso3: 'CHN', amnesty: 'ASA 17',
    names: ["People's Republic of China", "China, People's Republic of", 'Mainland China', 'PRC', 'Qing Empire'],
  },
  { id: 'ind', kind: 'state', name: 'India', cow: '750', cowAbb: 'IND', gw: '750', iso3: 'IND', amnesty: 'ASA 20', names: ['Republic of India', 'British India', 'Union of India'] },
  {
    id: 'idn', kind: 'state', name: 'Indonesia', cow: '850', cowAbb: 'INS', gw: '850', iso3: 'IDN', amnesty: 'ASA 21',
    names: ['Republic of Indonesia', 'Dutch East Indies', 'Netherlands East Indies'],
  },
  {
    id: 'irn', kind: 'state', name: 'Iran', cow: '630', cowAbb: 'IRN', gw: '630', iso3: 'IRN', amnesty: 'MDE 13',
    names: ['Iran (Islamic Republic of)', 'Islamic Republic of Iran', 'Iran, Islamic Rep.', 'Iran (Persia)', 'Persia', 'Imperial State of Iran'],
  },
  { id: 'irq', kind: 'state', name: 'Iraq', cow: '645', cowAbb: 'IRQ', gw: '645', iso3: 'IRQ', amnesty: 'MDE 14', names: ['Republic of Iraq', 'Mesopotamia'] },
  { id: 'isr', kind: 'state', name: 'Israel', cow: '666', cowAbb: 'ISR', gw: '666', iso3: 'ISR', amnesty: 'MDE 15', names: ['State of Israel'] },
  { id: 'jpn', kind: 'state', name: 'Japan', cow: '740', cowAbb: 'JPN', gw: '740', iso3: 'JPN', amnesty: 'ASA 22', names: ['Empire of Japan'] },
  { id: 'jor', kind: 'state', name: 'Jordan', cow: '663', cowAbb: 'JOR', gw: '663', iso3: 'JOR', amnesty: 'MDE 16', names: ['Hashemite Kingdom of Jordan', 'Transjordan'] },
  { id: 'kaz', kind: 'state', name: 'Kazakhstan', cow: '705', cowAbb: 'KZK', gw: '705', iso3: 'KAZ', amnesty: 'EUR 57', names: ['Republic of Kazakhstan', 'Kazakstan', 'Kazakh SSR'] },
  { id: 'kwt', kind: 'state', name: 'Kuwait', cow: '690', cowAbb: 'KUW', gw: '690', iso3: 'KWT', amnesty: 'MDE 17', names: ['State of Kuwait'] },
  {
    id: 'kgz', kind: 'state', name: 'Kyrgyzstan', cow: '703', cowAbb: 'KYR', gw: '703', iso3: 'KGZ', amnesty: 'EUR 58',
    names: ['Kyrgyz Republic', 'Kyrgysztan', 'Kirghizia', 'Kirgizia', 'Kirghiz SSR'],
  },
  {
    id: 'lao', kind: 'state', name: 'Laos', cow: '812', cowAbb: 'LAO', gw: '812', iso3: 'LAO', amnesty: 'ASA 26',
    names: ["Lao People's Democratic Republic", 'Lao PDR', 'laopeoplesdemocraticrepublic', "Laos People's Democratic Republic", 'Kingdom of Laos'],
  },
  { id: 'lbn', kind: 'state', name: 'Lebanon', cow: '660', cowAbb: 'LEB', gw: '660', iso3: 'LBN', amnesty: 'MDE 18', names: ['Lebanese Republic'] },
  { id: 'mys', kind: 'state', name: 'Malaysia', cow: '820', cowAbb: 'MAL', gw: '820', iso3: 'MYS', amnesty: 'ASA 28', names: ['Malaya', 'Federation of Malaya', 'Federation of Malaysia'] },
  { id: 'mdv', kind: 'state', name: 'Maldives', cow: '781', cowAbb: 'MAD', gw: '781', iso3: 'MDV', amnesty: 'ASA 29', names: ['Republic of Maldives', 'Maldive Islands', 'Maldives Islands'] },
  { id: 'mng', kind: 'state', name: 'Mongolia', cow: '712', cowAbb: 'MON', gw: '712', iso3: 'MNG', amnesty: 'ASA 30', names: ["Mongolian People's Republic", 'Outer Mongolia'] },
  {
    id: 'mmr', kind: 'state', name: 'Myanmar', cow: '775', cowAbb: 'MYA', gw: '775', iso3: [{ code: 'MMR' }, { code: 'BUR' }], amnesty: 'ASA 16',
    names: ['Republic of the Union of Myanmar', 'Union of Myanmar', 'Burma', 'Union of Burma', 'Myanmar (Burma)', 'Burma/Myanmar', 'Burma (Myanmar)'],
  },
  { id: 'npl', kind: 'state', name: 'Nepal', cow: '790', cowAbb: 'NEP', gw: '790', iso3: 'NPL', amnesty: 'ASA 31', names: ['Federal Democratic Republic of Nepal', 'Kingdom of Nepal'] },
  {
    id: 'prk', kind: 'state', name: 'North Korea', cow: '731', cowAbb: 'PRK', gw: '731', iso3: 'PRK', amnesty: 'ASA 24',
    names: [
      "Democratic People's Republic of Korea", "Korea, Democratic People's Republic of", "Korea, Democratic People's Rep", "Korea, People's Republic of",
      "Dem. People's Rep. of Korea", 'democraticpeoplesrepublicofkorea', 'DPR Korea', 'DPRK', 'Korea, North',
    ],
  },
  { id: 'omn', kind: 'state', name: 'Oman', cow: '698', cowAbb: 'OMA', gw: '698', iso3: 'OMN', amnesty: 'MDE 20', names: ['Sultanate of Oman', 'Muscat and Oman'] },
  { id: 'pak', kind: 'state', name: 'Pakistan', cow: '770', cowAbb: 'PAK', gw: '770', iso3: 'PAK', amnesty: 'ASA 33', names: ['Islamic Republic of Pakistan', 'Dominion of Pakistan'] },
  { id: 'phl', kind: 'state', name: 'Philippines', cow: '840', cowAbb: 'PHI', gw: '840', iso3: 'PHL', amnesty: 'ASA 35', names: ['Republic of the Philippines', 'Philippine Republic'] },
  { id: 'qat', kind: 'state', name: 'Qatar', cow: '694', cowAbb: 'QAT', gw: '694', iso3: 'QAT', amnesty: 'MDE 22', names: ['State of Qatar'] },
  {
    id: 'kor', kind: 'state', name: 'South Korea', cow: '732', cowAbb: 'ROK', gw: '732', iso3: 'KOR', amnesty: 'ASA 25',
    names: ['Republic of Korea', 'Korea, Republic of', 'Korea, Rep.', 'Korea, South', 'republicofkorea', 'ROK', { code: 'Korea', from: '1948-08-15' }],
  },
  { id: 'sau', kind: 'state', name: 'Saudi Arabia', cow: '670', cowAbb: 'SAU', gw: '670', iso3: 'SAU', amnesty: 'MDE 23', names: ['Kingdom of Saudi Arabia', 'saudiarabia', 'Hejaz and Nejd'] },
  { id: 'sgp', kind: 'state', name: 'Singapore', cow: '830', cowAbb: 'SIN', gw: '830', iso3: 'SGP', amnesty: 'ASA 36', names: ['Republic of Singapore'] },
  {
    id: 'lka', kind: 'state', name: 'Sri Lanka', cow: '780', cowAbb: 'SRI', gw: '780', iso3: 'LKA', amnesty: 'ASA 37',
    names: ['Democratic Socialist Republic of Sri Lanka', 'SriLanka', 'Ceylon', 'Sri Lanka (Ceylon)'],
  },
  { id: 'syr', kind: 'state', name: 'Syria', cow: '652', cowAbb: 'SYR', gw: '652', iso3: 'SYR', amnesty: 'MDE 24', names: ['Syrian Arab Republic', 'Syrian Republic'] },
  {
    id: 'twn', kind: 'state', name: 'Taiwan', cow: '713', cowAbb: 'TAW', gw: '713', iso3: 'TWN', amnesty: 'ASA 38',
    names: ['Taiwan, Province of China', 'China, Taiwan', 'Taiwan (China)', 'Republic of China', 'China, Republic of', 'Chinese Taipei', 'Formosa'],
  },
  { id: 'tjk', kind: 'state', name: 'Tajikistan', cow: '702', cowAbb: 'TAJ', gw: '702', iso3: 'TJK', amnesty: 'EUR 60', names: ['Republic of Tajikistan', 'Tadjikistan', 'Tajik SSR'] },
  { id: 'tha', kind: 'state', name: 'Thailand', cow: '800', cowAbb: 'THI', gw: '800', iso3: 'THA', amnesty: 'ASA 39', names: ['Kingdom of Thailand', 'Siam'] },
  {
    id: 'tls', kind: 'state', name: 'Timor-Leste', cow: '860', cowAbb: 'ETM', gw: '860', iso3: [{ code: 'TLS' }, { code: 'TMP' }], amnesty: 'ASA 57',
    names: ['Timor Leste', 'timorleste', 'Democratic Republic of Timor-Leste', 'East Timor', 'Portuguese Timor'],
  },
  { id: 'tkm', kind: 'state', name: 'Turkmenistan', cow: '701', cowAbb: 'TKM', gw: '701', iso3: 'TKM', amnesty: 'EUR 61', names: ['Turkmenia', 'Turkmen SSR'] },
  {
    id: 'are', kind: 'state', name: 'United Arab Emirates', cow: '696', cowAbb: 'UAE', gw: '696', iso3: 'ARE', amnesty: 'MDE 25',
    names: ['UAE', 'unitedarabemirates', 'Trucial States', 'Trucial Oman'],
  },
  { id: 'uzb', kind: 'state', name: 'Uzbekistan', cow: '704', cowAbb: 'UZB', gw: '704', iso3: 'UZB', amnesty: 'EUR 62', names: ['Republic of Uzbekistan', 'Uzbek SSR'] },
  {
    id: 'vnm', kind: 'state', name: 'Viet Nam', cow: '816', cowAbb: 'DRV', gw: '816', iso3: [{ code: 'VNM' }, { code: 'VDR', to: '1976-07-02' }], amnesty: 'ASA 41',
    names: ['Vietnam', 'Socialist Republic of Viet Nam', 'Democratic Republic of Viet Nam', 'Democratic Republic of Vietnam', 'Vietnam, Democratic Republic of', 'North Vietnam', 'North Viet Nam', 'Vietnam, North', 'Vietnam, N.'],
  },
  {
    id: 'yem', kind: 'state', name: 'Yemen', cow: [{ code: '679', from: '1990-05-22' }], cowAbb: [{ code: 'YEM', from: '1990-05-22' }],
    gw: [{ code: '678', from: '1990-05-22' }], iso3: [{ code: 'YEM', from: '1990-05-22' }], amnesty: 'MDE 31',
    names: [{ code: 'Yemen', from: '1990-05-22' }, 'Republic of Yemen', 'Yemen, Republic of'],
  },
]
