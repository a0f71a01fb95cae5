/** Invented employers. Their domains end in `.example`, so no link can reach a real organisation. */
import type { PlaceName } from './places.ts';

export interface SeedEmployer {
  readonly name: string;
  readonly industry: string;
  readonly place: PlaceName;
  readonly about: string;
  /** Name of a file in `logos/`; most employers have none, and initials are drawn. */
  readonly logo?: string;
}

const of =
  (industry: string) =>
  (name: string, place: PlaceName, about: string, logo?: string): SeedEmployer => ({
    name,
    industry,
    place,
    about,
    ...(logo && { logo }),
  });

const retail = of('Retail');
const food = of('Food and beverage');
const health = of('Healthcare');
const education = of('Education');
const nonprofit = of('Nonprofit');
const technology = of('Technology');
const finance = of('Financial services');
const manufacturing = of('Manufacturing');
const energy = of('Energy');
const hospitality = of('Travel and hospitality');
const media = of('Media');
const logistics = of('Logistics');
const property = of('Real estate');
const arts = of('Arts and culture');
const farming = of('Agriculture');
const government = of('Local government');
const sports = of('Sports and recreation');

export const employers: readonly SeedEmployer[] = [
  retail(
    'Lakeside Analytics',
    'chicago',
    'Lakeside Analytics helps independent shops read their own sales figures. Eleven people work from a former printing house near the river.',
    'lakeside',
  ),
  retail(
    'Thimble & Oak',
    'portland',
    'Thimble & Oak sells sewing kits and mending supplies, online and in two shops.',
  ),
  retail(
    'Corner Aisle',
    'atlanta',
    'Corner Aisle runs nine neighborhood grocery stores and a delivery service by bicycle.',
  ),
  retail(
    'Halvorsen Outfitters',
    'minneapolis',
    'Halvorsen Outfitters has rented and repaired winter gear since 1974, and now resells it too.',
    'halvorsen',
  ),
  retail(
    'Paperwing Books',
    'bristol',
    'Paperwing Books is a cooperative of five independent bookshops with one shared warehouse.',
  ),
  food(
    'Marrow & Pine Kitchen',
    'denver',
    'Marrow & Pine Kitchen makes broths and freezer meals from the trimmings of local butchers and growers.',
  ),
  food(
    'Second Loaf Bakery',
    'philadelphia',
    'Second Loaf Bakery bakes with surplus grain and sells through forty cafés.',
    'second-loaf',
  ),
  food(
    'Verdant Spoon',
    'oakland',
    'Verdant Spoon delivers plant-based school lunches to twenty-two campuses.',
  ),
  food(
    'Calypso Cold Brew',
    'newOrleans',
    'Calypso Cold Brew roasts small lots and fills kegs for offices and festivals.',
  ),
  health(
    'Brightwater Clinics',
    'detroit',
    'Brightwater Clinics runs six walk-in clinics and a mobile dental van.',
    'brightwater',
  ),
  health(
    'Ostrander Physical Therapy',
    'pittsburgh',
    'Ostrander Physical Therapy treats athletes and desk workers in four practices.',
  ),
  health(
    'Pulsewell',
    'boston',
    'Pulsewell builds a reminder service for people who take several medicines a day.',
  ),
  health(
    'Harbour Street Hospice',
    'vancouver',
    'Harbour Street Hospice supports families at home with nurses, volunteers and a bereavement line.',
  ),
  education(
    'Northlight Tutors',
    'chicago',
    'Northlight Tutors pairs college students with middle schoolers for free math help.',
    'northlight',
  ),
  education(
    'Quillmark Learning',
    'leeds',
    'Quillmark Learning publishes short courses for adults who return to study.',
  ),
  education(
    'Sandbox Science',
    'austin',
    'Sandbox Science brings hands-on experiments to after-school programs in a converted bus.',
  ),
  education(
    'Ferris Hill Library Friends',
    'milwaukee',
    'Ferris Hill Library Friends raises money and runs reading programs for a branch library.',
  ),
  nonprofit(
    'Open Pantry Network',
    'philadelphia',
    'Open Pantry Network coordinates thirty-one food pantries and their volunteer drivers.',
    'open-pantry',
  ),
  nonprofit(
    'Riverbend Housing Trust',
    'pittsburgh',
    'Riverbend Housing Trust buys, repairs and rents homes at prices that stay low for good.',
  ),
  nonprofit(
    'Kindred Newcomers',
    'toronto',
    'Kindred Newcomers helps families in their first year in the country with school, work and health care.',
  ),
  nonprofit(
    'Tern Coast Alliance',
    'seattle',
    'Tern Coast Alliance restores shoreline with some six hundred volunteers a year.',
  ),
  nonprofit(
    'Second Shift Parents',
    'phoenix',
    'Second Shift Parents organizes child care swaps for people who work nights.',
  ),
  technology(
    'Moss & Meter',
    'portland',
    'Moss & Meter makes soil sensors and a small dashboard for community gardens.',
    'moss-meter',
  ),
  technology(
    'Tidepool Systems',
    'boston',
    'Tidepool Systems writes scheduling software for marine research vessels.',
  ),
  technology(
    'Bracket Labs',
    'newYork',
    'Bracket Labs builds tools with which amateur leagues plan their seasons.',
  ),
  technology(
    'Kelp Street Studio',
    'dublin',
    'Kelp Street Studio is a nine-person agency for public-sector websites.',
  ),
  technology(
    'Lumen Ledger',
    'leipzig',
    'Lumen Ledger makes bookkeeping software for associations and clubs.',
  ),
  finance(
    'Greyfield Credit Union',
    'milwaukee',
    'Greyfield Credit Union serves thirty thousand members in eight branches.',
  ),
  finance(
    'Copperline Advisors',
    'saltLake',
    'Copperline Advisors gives fixed-fee financial planning to teachers and nurses.',
  ),
  finance(
    'Penny Orchard',
    'atlanta',
    'Penny Orchard is a savings app for first jobs, with real people at the help desk.',
    'penny-orchard',
  ),
  manufacturing(
    'Ironwood Cycleworks',
    'detroit',
    'Ironwood Cycleworks builds cargo bicycles to order in a former stamping plant.',
    'ironwood',
  ),
  manufacturing(
    'Fernhill Instruments',
    'minneapolis',
    'Fernhill Instruments makes tuning and repair tools for string instruments.',
  ),
  manufacturing(
    'Atlas Gasket',
    'pittsburgh',
    'Atlas Gasket cuts seals for pumps and valves; third generation, eighty people.',
  ),
  energy(
    'Solstice Cooperative',
    'denver',
    'Solstice Cooperative puts shared solar arrays on school and church roofs.',
    'solstice',
  ),
  energy('Gridleaf', 'austin', 'Gridleaf helps small towns plan batteries and backup power.'),
  energy(
    'Trade Wind Efficiency',
    'honolulu',
    'Trade Wind Efficiency audits hotels and apartment houses for energy and water.',
  ),
  hospitality(
    'Juniper Trail Lodges',
    'saltLake',
    'Juniper Trail Lodges runs five small lodges beside hiking trails.',
  ),
  hospitality(
    'Casa Nogueira',
    'lisbon',
    'Casa Nogueira is a family of three guesthouses with a cooking school.',
  ),
  hospitality(
    'Bellweather Tours',
    'newOrleans',
    'Bellweather Tours leads walking tours about music, food and architecture.',
  ),
  media(
    'Signal Hill Radio',
    'seattle',
    'Signal Hill Radio is a listener-supported station with a newsroom of seven.',
    'signal-hill',
  ),
  media(
    'The Canal Post',
    'leeds',
    'The Canal Post is a weekly local newspaper, in print and by email.',
  ),
  media(
    'Bluebottle Podcasts',
    'newYork',
    'Bluebottle Podcasts produces documentary series for museums and foundations.',
  ),
  logistics(
    'Wren Freight',
    'chicago',
    'Wren Freight consolidates small shipments for makers who cannot fill a truck.',
  ),
  logistics(
    'Parcel & Pedal',
    'toronto',
    'Parcel & Pedal delivers by cargo bike from two downtown hubs.',
  ),
  logistics(
    'Longshore Cold Chain',
    'oakland',
    'Longshore Cold Chain stores and ships produce for two hundred farms.',
  ),
  property(
    'Maple Row Homes',
    'atlanta',
    'Maple Row Homes manages four hundred rental homes for small owners.',
  ),
  property(
    'Keystone Commons',
    'philadelphia',
    'Keystone Commons turns vacant storefronts into shared workspaces.',
  ),
  arts(
    'Glasshouse Theatre',
    'bristol',
    'Glasshouse Theatre stages new plays in a former botanical house with 140 seats.',
  ),
  arts(
    'Copper Kite Gallery',
    'phoenix',
    'Copper Kite Gallery shows young artists from the Southwest and runs evening classes.',
  ),
  arts(
    'Halyard Folk Museum',
    'boston',
    'Halyard Folk Museum keeps boats, tools and recordings of working harbors.',
    'halyard',
  ),
  farming(
    'Three Creeks Farm',
    'portland',
    'Three Creeks Farm grows vegetables for three hundred member households.',
  ),
  farming(
    'Prairie Loom',
    'minneapolis',
    'Prairie Loom is a wool cooperative of twenty-six sheep farms.',
  ),
  farming(
    'Sunder Valley Orchards',
    'vancouver',
    'Sunder Valley Orchards grows cider apples and runs a pressing house open to neighbors.',
  ),
  government(
    'Town of Alder Falls',
    'milwaukee',
    'Alder Falls has 14,000 residents, a volunteer fire department and one very busy clerk’s office.',
  ),
  government(
    'Port Ansel Parks Department',
    'seattle',
    'The parks department of Port Ansel looks after 38 parks, two pools and a greenhouse.',
  ),
  sports(
    'Eastbank Rowing Club',
    'dublin',
    'Eastbank Rowing Club teaches four hundred juniors a year and hosts two regattas.',
  ),
  sports(
    'Summit Youth League',
    'denver',
    'Summit Youth League organizes soccer, climbing and wheelchair basketball for children.',
  ),
  sports(
    'Driftline Surf School',
    'honolulu',
    'Driftline Surf School teaches surfing and water safety to visitors and local schools.',
  ),
];

/** `Thimble & Oak` → `thimble-and-oak.example` */
export const domainOf = ({ name }: Pick<SeedEmployer, 'name'>): string => {
  const label = name
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^a-z0-9]+/g, '-');
  return `${label}.example`;
};
