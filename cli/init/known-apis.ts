/** How known APIs are recognised. A table beside the presets: what each preset reads stands there, not here. */

export interface KnownApi {
  /** Name of its preset. */
  readonly preset: string;
  /**
   * Addresses of the API, or of its pages for people, each with what `url` is then: `$1` is the first part in
   * parentheses.
   */
  readonly addresses?: readonly (readonly [pattern: RegExp, url: string])[];
  /** Paths that all lead to something in a response of the list. */
  readonly has?: readonly string[];
  /** What an address in a response looks like, and the `url` that can be made of it. */
  readonly from?: { readonly path: string; readonly match: string; readonly url: string };
  /** Words in capitals are for people to replace. Without it `url` is the preset's own. */
  readonly url?: string;
  /** What else has to be known. */
  readonly notes?: readonly string[];
}

const publicKey =
  '"publicKey" is missing: a key that may search and nothing else. Everybody will see it.';
const proxy =
  'Its keys are secret, and it answers no page on another host: let a server of yours ask it, and write the address of that into "url".';

export const knownApis: readonly KnownApi[] = [
  {
    preset: 'greenhouse',
    addresses: [
      [/^(https:\/\/boards-api(?:\.eu)?\.greenhouse\.io\/v1\/boards\/[^/?#]+)/, '$1'],
      [
        /^https:\/\/(?:job-)?boards\.greenhouse\.io\/(?!embed)([^/?#]+)/,
        'https://boards-api.greenhouse.io/v1/boards/$1',
      ],
      [
        /^https:\/\/boards\.greenhouse\.io\/embed\/job_board\?for=([\w-]+)/,
        'https://boards-api.greenhouse.io/v1/boards/$1',
      ],
    ],
    has: ['$.jobs[0].absolute_url', '$.jobs[0].updated_at'],
    from: {
      path: '$.jobs[0].absolute_url',
      match: 'greenhouse.io/{board}/jobs/{id}',
      url: 'https://boards-api.greenhouse.io/v1/boards/{board}',
    },
    url: 'https://boards-api.greenhouse.io/v1/boards/BOARD',
  },
  {
    preset: 'lever',
    addresses: [
      [/^(https:\/\/api(?:\.eu)?\.lever\.co\/v0\/postings\/[^/?#]+)/, '$1'],
      [/^https:\/\/jobs\.(eu\.)?lever\.co\/([^/?#]+)/, 'https://api.$1lever.co/v0/postings/$2'],
    ],
    has: ['$[0].hostedUrl', '$[0].categories', '$[0].text'],
    from: {
      path: '$[0].hostedUrl',
      match: 'lever.co/{site}/{id}',
      url: 'https://api.lever.co/v0/postings/{site}',
    },
    url: 'https://api.lever.co/v0/postings/SITE',
    notes: ['Who the employer is Lever does not say: write its name into "params", as "site".'],
  },
  {
    preset: 'ashby',
    addresses: [
      [/^(https:\/\/api\.ashbyhq\.com\/posting-api\/job-board\/[^/?#]+)/, '$1'],
      [
        /^https:\/\/jobs\.ashbyhq\.com\/([^/?#]+)/,
        'https://api.ashbyhq.com/posting-api/job-board/$1',
      ],
    ],
    has: ['$.jobs[0].jobUrl', '$.jobs[0].isListed'],
    from: {
      path: '$.jobs[0].jobUrl',
      match: 'ashbyhq.com/{board}/{id}',
      url: 'https://api.ashbyhq.com/posting-api/job-board/{board}',
    },
    url: 'https://api.ashbyhq.com/posting-api/job-board/BOARD',
  },
  {
    preset: 'smartrecruiters',
    addresses: [
      [/^(https:\/\/api\.smartrecruiters\.com\/v1\/companies\/[^/?#]+)/, '$1'],
      [
        /^https:\/\/(?:jobs|careers)\.smartrecruiters\.com\/([^/?#]+)/,
        'https://api.smartrecruiters.com/v1/companies/$1',
      ],
    ],
    has: ['$.content[0].releasedDate', '$.totalFound'],
    from: {
      path: '$.content[0].ref',
      match: 'companies/{company}/postings/{id}',
      url: 'https://api.smartrecruiters.com/v1/companies/{company}',
    },
    url: 'https://api.smartrecruiters.com/v1/companies/COMPANY',
  },
  {
    preset: 'recruitee',
    addresses: [
      [/^(https:\/\/[^/]+\/api)\/offers\b/, '$1'],
      [/^https:\/\/([\w-]+)\.recruitee\.com\b/, 'https://$1.recruitee.com/api'],
    ],
    has: ['$.offers[0].careers_url'],
    from: {
      path: '$.offers[0].careers_url',
      match: 'https://{host}/o/{slug}',
      url: 'https://{host}/api',
    },
    url: 'https://COMPANY.recruitee.com/api',
  },
  {
    preset: 'workable',
    addresses: [
      [/^(https:\/\/(?:apply|www)\.workable\.com\/api\/(?:v1\/widget\/)?accounts\/[^/?#]+)/, '$1'],
      [
        /^https:\/\/apply\.workable\.com\/(?!api\/)([^/?#]+)/,
        'https://apply.workable.com/api/v1/widget/accounts/$1',
      ],
    ],
    has: ['$.jobs[0].shortcode'],
    url: 'https://apply.workable.com/api/v1/widget/accounts/COMPANY',
  },
  {
    preset: 'teamtailor',
    addresses: [
      [/^(https:\/\/[^/]+)\/jobs\.json\b/, '$1'],
      [/^(https:\/\/[\w-]+\.teamtailor\.com)\b/, '$1'],
    ],
    has: ['$.items[0]._jobposting'],
    from: { path: '$.items[0].url', match: 'https://{host}/jobs/{id}', url: 'https://{host}' },
    url: 'https://COMPANY.teamtailor.com',
  },
  {
    preset: 'teamtailor-api',
    addresses: [[/^(https:\/\/api(?:\.na)?\.teamtailor\.com\/v1)\b/, '$1']],
    has: ["$.data[0].links['careersite-job-url']"],
    url: 'https://api.teamtailor.com/v1',
    notes: [publicKey],
  },
  {
    preset: 'bamboohr',
    addresses: [[/^(https:\/\/[\w-]+\.bamboohr\.com)\b/, '$1']],
    has: ['$.result[0].jobOpeningName'],
    url: 'https://COMPANY.bamboohr.com',
  },
  {
    preset: 'personio',
    addresses: [[/^(https:\/\/[\w-]+\.jobs\.personio\.(?:de|com))\b/, '$1']],
    has: ["$['workzag-jobs'].position"],
    url: 'https://COMPANY.jobs.personio.de',
  },
  {
    preset: 'usajobs',
    addresses: [[/^(https:\/\/data\.usajobs\.gov\/api)\b/, '$1']],
    has: ['$.SearchResult.SearchResultItems[0].MatchedObjectDescriptor'],
    url: 'https://PROXY.example.edu/usajobs',
    notes: [proxy],
  },
  {
    preset: 'adzuna',
    addresses: [[/^(https:\/\/api\.adzuna\.com\/v1\/api\/jobs\/\w\w)\b/, '$1']],
    has: ['$.results[0].redirect_url', '$.results[0].adref'],
    url: 'https://PROXY.example.edu/adzuna',
    notes: [proxy],
  },
  {
    preset: 'themuse',
    addresses: [[/^(https:\/\/www\.themuse\.com\/api\/public)\b/, '']],
    has: ['$.results[0].refs.landing_page'],
  },
  {
    preset: 'remotive',
    addresses: [[/^https:\/\/remotive\.(?:com|io)\b/, '']],
    has: ['$.jobs[0].candidate_required_location', '$.jobs[0].publication_date'],
  },
  {
    preset: 'arbeitnow',
    addresses: [[/^https:\/\/(?:www\.)?arbeitnow\.com\b/, '']],
    has: ['$.data[0].slug', '$.data[0].job_types'],
  },
  {
    preset: 'airtable',
    addresses: [[/^(https:\/\/api\.airtable\.com\/v0\/\w+\/[^/?#]+)/, '$1']],
    has: ['$.records[0].createdTime', '$.records[0].fields'],
    url: 'https://PROXY.example.edu/airtable',
    notes: [proxy],
  },
  {
    preset: 'wordpress',
    addresses: [[/^(https?:\/\/[^?#]+\/wp-json\/wp\/v2)\b/, '$1']],
    has: ['$[0].title.rendered', '$[0].link'],
    from: {
      path: '$[0].link',
      match: 'https://{host}/{path}',
      url: 'https://{host}/wp-json/wp/v2',
    },
    url: 'https://SITE.example.edu/wp-json/wp/v2',
  },
  {
    preset: 'drupal',
    addresses: [[/^(https?:\/\/[^?#]+?)\/jsonapi\/node\b/, '$1']],
    has: ['$.jsonapi', '$.data[0].attributes'],
    url: 'https://SITE.example.edu',
  },
  { preset: 'strapi', has: ['$.data[0].documentId'], url: 'https://CMS.example.edu/api' },
  {
    preset: 'strapi-4',
    has: ['$.data[0].attributes.createdAt', '$.meta.pagination'],
    url: 'https://CMS.example.edu/api',
  },
  {
    preset: 'supabase',
    addresses: [[/^(https:\/\/[\w-]+\.supabase\.co\/rest\/v1)\b/, '$1']],
    notes: [publicKey],
  },
  {
    preset: 'typesense',
    has: ['$.found', '$.hits[0].document'],
    url: 'https://SEARCH.example.edu',
    notes: [publicKey],
  },
  {
    preset: 'algolia',
    addresses: [[/^(https:\/\/[\w-]+\.algolia(?:net)?\.(?:com|net))\b/, '$1']],
    has: ['$.nbHits', '$.hits[0].objectID'],
    url: 'https://APP-dsn.algolia.net',
    notes: [publicKey],
  },
  {
    preset: 'meilisearch',
    has: ['$.hits[0]', '$.processingTimeMs'],
    url: 'https://SEARCH.example.edu',
    notes: [publicKey],
  },
  {
    preset: 'elasticsearch',
    has: ['$.hits.hits[0]._source', '$.took'],
    url: 'https://SEARCH.example.edu',
  },
  {
    preset: 'json-server',
    has: ['$.first', '$.last', '$.items', '$.data[0]'],
    url: 'https://API.example.edu',
  },
  {
    preset: 'google-sheets',
    addresses: [[/^(https:\/\/docs\.google\.com\/spreadsheets\/.+)$/, '$1']],
  },
];
