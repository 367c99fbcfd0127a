/**
 * The members of the United Nations, the observers Holy See and Palestine, and Kosovo and Taiwan, as event data name
 * them: ISO 3166-1 alpha-3 (XKX for Kosovo, as the World Bank and the EU write it), and names in English.
 */
const STATES = `
AFG Afghanistan | ALB Albania | DZA Algeria | AND Andorra | AGO Angola | ATG Antigua and Barbuda |
ARG Argentina | ARM Armenia | AUS Australia | AUT Austria | AZE Azerbaijan | BHS Bahamas | BHR Bahrain |
BGD Bangladesh | BRB Barbados | BLR Belarus | BEL Belgium | BLZ Belize | BEN Benin | BTN Bhutan | BOL Bolivia |
BIH Bosnia and Herzegovina, Bosnia | BWA Botswana | BRA Brazil | BRN Brunei, Brunei Darussalam | BGR Bulgaria |
BFA Burkina Faso | BDI Burundi | CPV Cabo Verde, Cape Verde | KHM Cambodia | CMR Cameroon | CAN Canada |
CAF Central African Republic | TCD Chad | CHL Chile | CHN China | COL Colombia | COM Comoros |
COG Congo, Republic of the Congo | COD Democratic Republic of the Congo, DR Congo | CRI Costa Rica |
CIV Ivory Coast, Cote d'Ivoire | HRV Croatia | CUB Cuba | CYP Cyprus | CZE Czechia, Czech Republic |
DNK Denmark | DJI Djibouti | DMA Dominica | DOM Dominican Republic | ECU Ecuador | EGY Egypt | SLV El Salvador |
GNQ Equatorial Guinea | ERI Eritrea | EST Estonia | SWZ Eswatini, Swaziland | ETH Ethiopia | FJI Fiji |
FIN Finland | FRA France | GAB Gabon | GMB Gambia | GEO Georgia | DEU Germany | GHA Ghana | GRC Greece |
GRD Grenada | GTM Guatemala | GIN Guinea | GNB Guinea-Bissau | GUY Guyana | HTI Haiti | VAT Holy See, Vatican |
HND Honduras | HUN Hungary | ISL Iceland | IND India | IDN Indonesia | IRN Iran | IRQ Iraq | IRL Ireland |
ISR Israel | ITA Italy | JAM Jamaica | JPN Japan | JOR Jordan | KAZ Kazakhstan | KEN Kenya | KIR Kiribati |
XKX Kosovo | KWT Kuwait | KGZ Kyrgyzstan | LAO Laos | LVA Latvia | LBN Lebanon | LSO Lesotho | LBR Liberia |
LBY Libya | LIE Liechtenstein | LTU Lithuania | LUX Luxembourg | MDG Madagascar | MWI Malawi | MYS Malaysia |
MDV Maldives | MLI Mali | MLT Malta | MHL Marshall Islands | MRT Mauritania | MUS Mauritius | MEX Mexico |
FSM Micronesia | MDA Moldova | MCO Monaco | MNG Mongolia | MNE Montenegro | MAR Morocco | MOZ Mozambique |
MMR Myanmar, Burma | NAM Namibia | NRU Nauru | NPL Nepal | NLD Netherlands, The Netherlands | NZL New Zealand |
NIC Nicaragua | NER Niger | NGA Nigeria | PRK North Korea, N. Korea | MKD North Macedonia, Macedonia |
NOR Norway | OMN Oman | PAK Pakistan | PLW Palau | PSE Palestine | PAN Panama | PNG Papua New Guinea |
PRY Paraguay | PER Peru | PHL Philippines | POL Poland | PRT Portugal | QAT Qatar | ROU Romania |
RUS Russia, Russian Federation | RWA Rwanda | KNA Saint Kitts and Nevis | LCA Saint Lucia, St. Lucia |
VCT Saint Vincent and the Grenadines | WSM Samoa | SMR San Marino | STP Sao Tome and Principe |
SAU Saudi Arabia | SEN Senegal | SRB Serbia | SYC Seychelles | SLE Sierra Leone | SGP Singapore | SVK Slovakia |
SVN Slovenia | SLB Solomon Islands | SOM Somalia | ZAF South Africa, S. Africa | KOR South Korea, S. Korea |
SSD South Sudan | ESP Spain | LKA Sri Lanka | SDN Sudan | SUR Suriname | SWE Sweden | CHE Switzerland |
SYR Syria | TWN Taiwan | TJK Tajikistan | TZA Tanzania | THA Thailand | TLS Timor-Leste, East Timor | TGO Togo |
TON Tonga | TTO Trinidad and Tobago | TUN Tunisia | TUR Turkey, Türkiye | TKM Turkmenistan | TUV Tuvalu |
UGA Uganda | UKR Ukraine | ARE United Arab Emirates | GBR United Kingdom, Britain, Great Britain, UK |
USA United States, United States of America, The US, U.S., U. S., USA | URY Uruguay | UZB Uzbekistan |
VUT Vanuatu | VEN Venezuela | VNM Vietnam, Viet Nam | YEM Yemen | ZMB Zambia | ZWE Zimbabwe
`;

const ISO_OF_NAME = new Map(
  STATES.split('|').flatMap((entry) => {
    const text = entry.trim();
    return text
      .slice(4)
      .split(', ')
      .map((name) => [name.toLowerCase(), text.slice(0, 3)] as const);
  }),
);

/** ISO 3166-1 alpha-3 of the state that is called so, whatever the case; undefined where no state is. */
export function isoOfState(name: string): string | undefined {
  return ISO_OF_NAME.get(name.toLowerCase());
}
