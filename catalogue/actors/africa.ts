/**
 * The states of Africa. Numbers and abbreviations: Correlates of War state system v2016 and Gleditsch & Ward (1999);
 * three-letter codes: ISO 3166-1, withdrawn ones ISO 3166-3. Names: United Nations usage, earlier names, and the
 * spellings of human rights scores, treaty tables and review records.
 */
import type { ActorEntry } from './entry.ts'

export const africa: readonly ActorEntry[] = [
  { id: 'dza', kind: 'state', name: 'Algeria', cow: '615', cowAbb: 'ALG', gw: '615', iso3: 'DZA', amnesty: 'MDE 28', names: ["People's Democratic Republic of Algeria"] },
  { id: 'ago', kind: 'state', name: 'Angola', cow: '540', cowAbb: 'ANG', gw: '540', iso3: 'AGO', amnesty: 'AFR 12', names: ['Republic of Angola', "People's Republic of Angola"] },
  {
    id: 'ben', kind: 'state', name: 'Benin', cow: '434', cowAbb: 'BEN', gw: '434', iso3: [{ code: 'BEN' }, { code: 'DHY' }], amnesty: 'AFR 14',
    names: ['Republic of Benin', "People's Republic of Benin", 'Dahomey'],
  },
  { id: 'bwa', kind: 'state', name: 'Botswana', cow: '571', cowAbb: 'BOT', gw: '571', iso3: 'BWA', amnesty: 'AFR 15', names: ['Republic of Botswana', 'Bechuanaland'] },
  {
    id: 'bfa', kind: 'state', name: 'Burkina Faso', cow: '439', cowAbb: 'BFO', gw: '439', iso3: [{ code: 'BFA' }, { code: 'HVO' }], amnesty: 'AFR 60',
    names: ['burkinafaso', 'Upper Volta', 'Burkina Faso (Upper Volta)'],
  },
  { id: 'bdi', kind: 'state', name: 'Burundi', cow: '516', cowAbb: 'BUI', gw: '516', iso3: 'BDI', amnesty: 'AFR 16', names: ['Republic of Burundi'] },
  { id: 'cpv', kind: 'state', name: 'Cabo Verde', cow: '402', cowAbb: 'CAP', gw: '402', iso3: 'CPV', names: ['Republic of Cabo Verde', 'Cape Verde', 'capeverde'] },
  { id: 'cmr', kind: 'state', name: 'Cameroon', cow: '471', cowAbb: 'CAO', gw: '471', iso3: 'CMR', amnesty: 'AFR 17', names: ['Republic of Cameroon', 'United Republic of Cameroon', 'Cameroun'] },
  {
    id: 'caf', kind: 'state', name: 'Central African Republic', cow: '482', cowAbb: 'CEN', gw: '482', iso3: 'CAF', amnesty: 'AFR 19',
    names: ['Central African Empire', 'Central African Rep.', 'Centeral African Republic', 'Central African Repbulic', 'centralafricanrepublic'],
  },
  { id: 'tcd', kind: 'state', name: 'Chad', cow: '483', cowAbb: 'CHA', gw: '483', iso3: 'TCD', amnesty: 'AFR 20', names: ['Republic of Chad'] },
  {
    id: 'com', kind: 'state', name: 'Comoros', cow: '581', cowAbb: 'COM', gw: '581', iso3: 'COM', amnesty: 'AFR 21',
    names: ['Union of the Comoros', 'Federal Islamic Republic of the Comoros', 'Comoro Islands'],
  },
  {
    id: 'cog', kind: 'state', name: 'Congo', cow: '484', cowAbb: 'CON', gw: '484', iso3: 'COG', amnesty: 'AFR 22',
    names: ['Republic of the Congo', 'Republic of Congo', 'Congo, Republic of', 'Congo, Republic of the', 'Congo (Brazzaville)', 'Congo-Brazzaville', "People's Republic of the Congo", 'French Congo', 'Middle Congo'],
  },
  {
    id: 'cod', kind: 'state', name: 'Democratic Republic of the Congo', cow: '490', cowAbb: 'DRC', gw: '490', iso3: [{ code: 'COD' }, { code: 'ZAR' }], amnesty: 'AFR 62',
    names: [
      'Democratic Republic of Congo', 'Dem. Rep. of the Congo', 'DR Congo', 'DRC', 'Congo, Democratic Republic of', 'Congo, Democratic Republic of the', 'Congo, the Democratic Republic of the',
      'Congo, Democratic Republic of (Zaire)', 'Congo (Kinshasa)', 'Congo-Kinshasa', 'democraticrepublicofthecongo', 'Zaire', 'Republic of Zaire', 'Belgian Congo', 'Congo Free State', 'Congo (Leopoldville)',
    ],
  },
  { id: 'civ', kind: 'state', name: "Côte d'Ivoire", cow: '437', cowAbb: 'CDI', gw: '437', iso3: 'CIV', amnesty: 'AFR 31', names: ["Republic of Côte d'Ivoire", 'Ivory Coast', 'cotedivoire'] },
  {
    id: 'dji', kind: 'state', name: 'Djibouti', cow: '522', cowAbb: 'DJI', gw: '522', iso3: [{ code: 'DJI' }, { code: 'AFI' }], amnesty: 'AFR 23',
    names: ['Republic of Djibouti', 'French Territory of the Afars and the Issas', 'French Somaliland'],
  },
  {
    id: 'egy', kind: 'state', name: 'Egypt', cow: '651', cowAbb: 'EGY', gw: '651', iso3: 'EGY', amnesty: 'MDE 12',
    names: ['Arab Republic of Egypt', 'Egypt, Arab Rep.', 'Kingdom of Egypt', 'United Arab Republic'],
  },
  {
    id: 'gnq', kind: 'state', name: 'Equatorial Guinea', cow: '411', cowAbb: 'EQG', gw: '411', iso3: 'GNQ', amnesty: 'AFR 24',
    names: ['Republic of Equatorial Guinea', 'equatorialguinea', 'Spanish Guinea'],
  },
  { id: 'eri', kind: 'state', name: 'Eritrea', cow: '531', cowAbb: 'ERI', gw: '531', iso3: 'ERI', amnesty: 'AFR 64', names: ['State of Eritrea'] },
  { id: 'swz', kind: 'state', name: 'Eswatini', cow: '572', cowAbb: 'SWA', gw: '572', iso3: 'SWZ', amnesty: 'AFR 55', names: ['Kingdom of Eswatini', 'Swaziland', 'Kingdom of Swaziland'] },
  {
    id: 'eth', kind: 'state', name: 'Ethiopia', cow: '530', cowAbb: 'ETH', gw: '530', iso3: 'ETH', amnesty: 'AFR 25',
    names: ['Federal Democratic Republic of Ethiopia', "People's Democratic Republic of Ethiopia", 'Ethiopian Empire', 'Abyssinia'],
  },
  { id: 'gab', kind: 'state', name: 'Gabon', cow: '481', cowAbb: 'GAB', gw: '481', iso3: 'GAB', amnesty: 'AFR 26', names: ['Gabonese Republic'] },
  { id: 'gmb', kind: 'state', name: 'Gambia', cow: '420', cowAbb: 'GAM', gw: '420', iso3: 'GMB', amnesty: 'AFR 27', names: ['Gambia, The', 'Republic of the Gambia', 'Gambia (Republic of The)'] },
  { id: 'gha', kind: 'state', name: 'Ghana', cow: '452', cowAbb: 'GHA', gw: '452', iso3: 'GHA', amnesty: 'AFR 28', names: ['Republic of Ghana', 'Gold Coast'] },
  {
    id: 'gin', kind: 'state', name: 'Guinea', cow: '438', cowAbb: 'GUI', gw: '438', iso3: 'GIN', amnesty: 'AFR 29',
    names: ['Republic of Guinea', "People's Revolutionary Republic of Guinea", 'French Guinea'],
  },
  {
    id: 'gnb', kind: 'state', name: 'Guinea-Bissau', cow: '404', cowAbb: 'GNB', gw: '404', iso3: 'GNB', amnesty: 'AFR 30',
    names: ['Guinea Bissau', 'guineabissau', 'Republic of Guinea-Bissau', 'Portuguese Guinea'],
  },
  { id: 'ken', kind: 'state', name: 'Kenya', cow: '501', cowAbb: 'KEN', gw: '501', iso3: 'KEN', amnesty: 'AFR 32', names: ['Republic of Kenya'] },
  { id: 'lso', kind: 'state', name: 'Lesotho', cow: '570', cowAbb: 'LES', gw: '570', iso3: 'LSO', amnesty: 'AFR 33', names: ['Kingdom of Lesotho', 'Basutoland'] },
  { id: 'lbr', kind: 'state', name: 'Liberia', cow: '450', cowAbb: 'LBR', gw: '450', iso3: 'LBR', amnesty: 'AFR 34', names: ['Republic of Liberia'] },
  {
    id: 'lby', kind: 'state', name: 'Libya', cow: '620', cowAbb: 'LIB', gw: '620', iso3: 'LBY', amnesty: 'MDE 19',
    names: ['State of Libya', 'Libyan Arab Jamahiriya', "Socialist People's Libyan Arab Jamahiriya", 'Libyan Arab Republic', 'Tripolitania', 'Tripoli'],
  },
  {
    id: 'mdg', kind: 'state', name: 'Madagascar', cow: '580', cowAbb: 'MAG', gw: '580', iso3: 'MDG', amnesty: 'AFR 35',
    names: ['Republic of Madagascar', 'Malagasy Republic', 'Madagascar (Malagasy)'],
  },
  { id: 'mwi', kind: 'state', name: 'Malawi', cow: '553', cowAbb: 'MAW', gw: '553', iso3: 'MWI', amnesty: 'AFR 36', names: ['Republic of Malawi', 'Nyasaland'] },
  { id: 'mli', kind: 'state', name: 'Mali', cow: '432', cowAbb: 'MLI', gw: '432', iso3: 'MLI', amnesty: 'AFR 37', names: ['Republic of Mali', 'Mali Federation', 'French Sudan'] },
  { id: 'mrt', kind: 'state', name: 'Mauritania', cow: '435', cowAbb: 'MAA', gw: '435', iso3: 'MRT', amnesty: 'AFR 38', names: ['Islamic Republic of Mauritania'] },
  { id: 'mus', kind: 'state', name: 'Mauritius', cow: '590', cowAbb: 'MAS', gw: '590', iso3: 'MUS', names: ['Republic of Mauritius'] },
  { id: 'mar', kind: 'state', name: 'Morocco', cow: '600', cowAbb: 'MOR', gw: '600', iso3: 'MAR', amnesty: 'MDE 29', names: ['Kingdom of Morocco'] },
  { id: 'moz', kind: 'state', name: 'Mozambique', cow: '541', cowAbb: 'MZM', gw: '541', iso3: 'MOZ', amnesty: 'AFR 41', names: ['Republic of Mozambique', "People's Republic of Mozambique"] },
  { id: 'nam', kind: 'state', name: 'Namibia', cow: '565', cowAbb: 'NAM', gw: '565', iso3: 'NAM', amnesty: 'AFR 42', names: ['Republic of Namibia', 'South West Africa', 'South-West Africa'] },
  { id: 'ner', kind: 'state', name: 'Niger', cow: '436', cowAbb: 'NIR', gw: '436', iso3: 'NER', amnesty: 'AFR 43', names: ['Republic of the Niger', 'Republic of Niger'] },
  { id: 'nga', kind: 'state', name: 'Nigeria', cow: '475', cowAbb: 'NIG', gw: '475', iso3: 'NGA', amnesty: 'AFR 44', names: ['Federal Republic of Nigeria'] },
  { id: 'rwa', kind: 'state', name: 'Rwanda', cow: '517', cowAbb: 'RWA', gw: '517', iso3: 'RWA', amnesty: 'AFR 47', names: ['Republic of Rwanda', 'Rwandese Republic'] },
  {
    id: 'stp', kind: 'state', name: 'Sao Tome and Principe', cow: '403', cowAbb: 'STP', gw: '403', iso3: 'STP',
    names: ['Democratic Republic of Sao Tome and Principe', 'saotomeandprincipe'],
  },
  { id: 'sen', kind: 'state', name: 'Senegal', cow: '433', cowAbb: 'SEN', gw: '433', iso3: 'SEN', amnesty: 'AFR 49', names: ['Republic of Senegal'] },
  { id: 'syc', kind: 'state', name: 'Seychelles', cow: '591', cowAbb: 'SEY', gw: '591', iso3: 'SYC', amnesty: 'AFR 50', names: ['Republic of Seychelles'] },
  { id: 'sle', kind: 'state', name: 'Sierra Leone', cow: '451', cowAbb: 'SIE', gw: '451', iso3: 'SLE', amnesty: 'AFR 51', names: ['Republic of Sierra Leone', 'sierraleone'] },
  {
    id: 'som', kind: 'state', name: 'Somalia', cow: '520', cowAbb: 'SOM', gw: '520', iso3: 'SOM', amnesty: 'AFR 52',
    names: ['Federal Republic of Somalia', 'Somali Republic', 'Somali Democratic Republic'],
  },
  { id: 'zaf', kind: 'state', name: 'South Africa', cow: '560', cowAbb: 'SAF', gw: '560', iso3: 'ZAF', amnesty: 'AFR 53', names: ['Republic of South Africa', 'Union of South Africa', 'southafrica'] },
  { id: 'ssd', kind: 'state', name: 'South Sudan', cow: '626', cowAbb: 'SSD', gw: '626', iso3: 'SSD', amnesty: 'AFR 65', names: ['Republic of South Sudan', 'southsudan'] },
  {
    id: 'sdn', kind: 'state', name: 'Sudan', cow: '625', cowAbb: 'SUD', gw: '625', iso3: 'SDN', amnesty: 'AFR 54',
    names: ['Republic of the Sudan', 'Republic of Sudan', 'Democratic Republic of the Sudan'],
  },
  {
    id: 'tza', kind: 'state', name: 'Tanzania', cow: '510', cowAbb: 'TAZ', gw: '510', iso3: 'TZA', amnesty: 'AFR 56',
    names: ['United Republic of Tanzania', 'Tanzania, United Republic of', 'Tanzania/Tanganyika', 'Tanganyika', 'United Republic of Tanganyika and Zanzibar'],
  },
  { id: 'tgo', kind: 'state', name: 'Togo', cow: '461', cowAbb: 'TOG', gw: '461', iso3: 'TGO', amnesty: 'AFR 57', names: ['Togolese Republic', 'Togoland'] },
  { id: 'tun', kind: 'state', name: 'Tunisia', cow: '616', cowAbb: 'TUN', gw: '616', iso3: 'TUN', amnesty: 'MDE 30', names: ['Republic of Tunisia', 'Tunis'] },
  { id: 'uga', kind: 'state', name: 'Uganda', cow: '500', cowAbb: 'UGA', gw: '500', iso3: 'UGA', amnesty: 'AFR 59', names: ['Republic of Uganda'] },
  { id: 'zmb', kind: 'state', name: 'Zambia', cow: '551', cowAbb: 'ZAM', gw: '551', iso3: 'ZMB', amnesty: 'AFR 63', names: ['Republic of Zambia', 'Northern Rhodesia'] },
  {
    id: 'zwe', kind: 'state', name: 'Zimbabwe', cow: '552', cowAbb: 'ZIM', gw: '552', iso3: [{ code: 'ZWE' }, { code: 'RHO' }], amnesty: 'AFR 46',
    names: ['Republic of Zimbabwe', 'Zimbabwe (Rhodesia)', 'Rhodesia', 'Southern Rhodesia'],
  },
]
