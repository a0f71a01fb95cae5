/** Listings of a foreign API, as many as wanted: some 900 bytes each, with quotes, line breaks and accents in them. */
const words =
  'Compare what eight competitors charge for a café subscription and "recommend" a price range that can be defended'.split(
    ' ',
  );

const pick = <Value>(values: readonly Value[], index: number): Value =>
  values[index % values.length]!;

const sentence = (index: number): string =>
  words.map((_, at) => pick(words, index + at * 7)).join(' ');

export const openings = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, index) => ({
    ref: index + 1,
    name: `Competitor pricing study ${index}`,
    company: { label: `Lakeside Analytics ${index % 400}`, site: 'https://lakeside.example/' },
    link: `https://jobs.example.edu/openings/${index + 1}`,
    teaser: sentence(index),
    text: `<p class="lead">${sentence(index + 3)}.</p>\n<ul>\n<li>${sentence(index + 5)}</li>\n<li>${sentence(index + 8)}</li>\n</ul>`,
    hours: { min: 10 + (index % 10), max: 20 + (index % 20) },
    weeks: 1 + (index % 4),
    fee: { from_cents: 30_000 + index, to_cents: 45_000 + index, currency: 'USD' },
    closes: `2027-0${1 + (index % 9)}-1${index % 10}`,
    created: `2026-11-0${1 + (index % 9)}T10:00:00Z`,
    mode: pick(['REMOTE', 'On-site', 'Hybrid'], index),
    places: [{ city: 'Chicago', region: 'IL', country: 'US' }],
    team: { name: pick(['Marketing', 'Design', 'Data', 'Research'], index) },
    tags: pick([['research', 'spreadsheets'], ['writing'], ['sql', 'python', 'charts']], index),
    internal: { code: `X-${index}`, approved: true, notes: null },
  }));
