import type { Category } from '../template.ts';

export const marketing: Category = {
  name: 'Marketing',
  prefix: 'mkt',
  majors: ['Marketing', 'Business', 'Communication'],
  templates: [
    {
      title: 'Competitor pricing study: {subject}',
      subjects: {
        'specialty coffee subscriptions': 'food',
        'reusable lunch containers': 'retail',
        'neighborhood meal kits': 'food',
        'used winter sports gear': 'retail',
      },
      summary:
        'Compare what eight competitors charge for {subject}, and recommend a price range we can defend.',
      context:
        '{employer} last reviewed its prices two years ago. Since then three newcomers have appeared, and nobody here knows any more whether we are cheap, dear or simply unclear about {subject}.',
      tasks: [
        'Agree on eight competitors and a fair basis for comparison',
        'Record list prices, discounts, shipping and minimum orders for {subject}',
        'Interview three customers about how they chose',
        'Write a recommendation with two price scenarios',
      ],
      deliverables: [
        ['Pricing workbook', 'One sheet for each competitor, sources and dates noted'],
        ['Four-page recommendation', 'What to charge, for whom, and what could go wrong'],
        ['Twenty-minute presentation', 'To the owner and the sales lead, with questions'],
      ],
      skills: ['market research', 'spreadsheets', 'business writing'],
      gained: ['pricing analysis', 'presenting to decision makers'],
      ownTools: ['Excel or Google Sheets'],
      outcomes: [
        'Build a price comparison that others can check',
        'Turn figures into a recommendation a small business can act on',
      ],
      prompts: [
        'Why this project?',
        'Tell us about a comparison you once made between similar products.',
      ],
    },
    {
      title: 'Email welcome series for {subject}',
      subjects: {
        'first-time customers': 'retail',
        'lapsed members': 'finance',
        'newsletter subscribers who never bought': 'media',
      },
      summary:
        'Plan and write a five-message welcome series for {subject}, ready to load into our mailing tool.',
      context:
        'People sign up and then hear nothing for weeks. {employer} wants a short, honest series for {subject} that says who we are, what to expect and how to stop receiving it.',
      tasks: [
        'Read our last twenty mailings and note what worked',
        'Sketch the sequence: purpose, timing and call to action of each message',
        'Write subject lines, preview texts and bodies',
        'Set up a test between two subject lines',
      ],
      deliverables: [
        ['Sequence map', 'One page: five messages, when they go and why'],
        ['Five finished emails', 'Plain and formatted versions, each under 180 words'],
        ['Measurement note', 'Which three numbers to watch, and what would count as success'],
      ],
      skills: ['copywriting', 'email marketing', 'editing'],
      gained: ['lifecycle marketing', 'A/B testing'],
      ownTools: ['Google Docs'],
      lentTools: ['Mailing tool (guest account)'],
      outcomes: ['Write for one reader at one moment', 'Design a small test with a clear answer'],
      prompts: ['Which email did you last open gladly, and why?'],
    },
    {
      title: 'Search keyword map for {subject}',
      subjects: {
        'a repair and resale shop': 'retail',
        'a community solar program': 'energy',
        'a guided tours website': 'hospitality',
      },
      summary:
        'Find the words people really use, group them, and say which page of ours should answer each.',
      context:
        'The website of {employer} was written from the inside out. As {subject}, we are found by our name and by little else; we need a map of questions and the pages that should answer them.',
      tasks: [
        'Collect search terms from free tools and from our own site search',
        'Group them by intent and by season',
        'Match each group to a page, or mark it as missing',
        'Draft titles and descriptions for the ten most useful pages',
      ],
      deliverables: [
        ['Keyword map', 'Spreadsheet with groups, volume ranges and target pages'],
        ['Ten page briefs', 'Title, description and three questions each page must answer'],
      ],
      skills: ['search engine optimization', 'spreadsheets', 'copywriting'],
      gained: ['content planning', 'keyword research'],
      ownTools: ['Google Sheets', 'Browser'],
      lentTools: ['Search Console (read access)'],
      outcomes: ['Tell search intent from search volume', 'Plan pages around questions'],
      prompts: ['Search for us as a stranger would. What did you type, and what did you find?'],
    },
    {
      title: 'Customer interviews about {subject}',
      subjects: {
        'switching to a subscription': 'food',
        'packaging without plastic': 'food',
        'our loyalty card': 'retail',
      },
      summary:
        'Hold eight short interviews about {subject} and report what people said, in their words.',
      context:
        'We have opinions about {subject}; we do not have evidence. {employer} will provide a list of customers who agreed to talk.',
      tasks: [
        'Write an interview guide with open questions',
        'Schedule and hold eight calls of 20 minutes',
        'Code the notes into themes',
        'Present the themes with quotations, names removed',
      ],
      deliverables: [
        ['Interview guide', 'Tested with one colleague before the first call'],
        ['Anonymous notes', 'One page for each conversation'],
        ['Themes report', 'Six pages at most, with three suggestions'],
      ],
      skills: ['interviewing', 'note taking', 'qualitative research'],
      gained: ['thematic analysis', 'research ethics'],
      ownTools: ['Video call', 'Shared documents'],
      outcomes: ['Ask without leading', 'Report what was said rather than what was hoped for'],
      prompts: ['Give one question you would ask first, and one you would never ask.'],
    },
    {
      title: 'Launch plan for {subject}',
      subjects: {
        'a refill station': 'retail',
        'a weekend market stall': 'farming',
        'a spring catalog': 'manufacturing',
      },
      summary:
        'A four-week launch plan for {subject}: messages, channels, calendar and a budget under $1,500.',
      context:
        '{employer} starts {subject} next season with little money and a loyal crowd. We need a plan that two people can carry out beside their usual work.',
      tasks: [
        'Describe three audiences and what each should hear',
        'Choose channels and write the core message for each',
        'Lay out a day-by-day calendar',
        'List costs and a version for half the money',
      ],
      deliverables: [
        ['Launch plan', 'Eight pages with calendar and owners'],
        ['Message sheet', 'Core message in 10, 30 and 100 words'],
        ['Budget', 'Two versions, with assumptions'],
      ],
      skills: ['project planning', 'copywriting', 'budgeting'],
      gained: ['campaign planning', 'stakeholder communication'],
      ownTools: ['Google Workspace'],
      outcomes: ['Plan backwards from a date', 'Say the same thing at three lengths'],
      prompts: ['Describe something you once helped to start. What did you leave out on purpose?'],
    },
    {
      title: 'Review and reply guide for {subject}',
      subjects: {
        'online ratings of six clinics': 'health',
        'guesthouse reviews in three languages': 'hospitality',
        'app store reviews': 'technology',
      },
      summary:
        'Read a year of {subject}, sort what people praise and complain about, and draft replies we can reuse.',
      context:
        'Reviews of {employer} are answered by whoever has time, in very different voices. We want to learn from {subject} and to answer within two days, kindly and briefly.',
      tasks: [
        'Read and tag about 300 reviews',
        'Find the five commonest complaints and their causes',
        'Write twelve model replies with notes on tone',
        'Suggest one change that would prevent complaints',
      ],
      deliverables: [
        ['Tagged review sheet', 'With a chart of topics over time'],
        ['Reply guide', 'Twelve model replies and six rules'],
      ],
      skills: ['customer service writing', 'text analysis', 'spreadsheets'],
      gained: ['reputation management', 'tone of voice'],
      ownTools: ['Google Sheets'],
      outcomes: ['Turn scattered comments into evidence', 'Write calmly to someone who is upset'],
      prompts: ['Answer this review in under 60 words: “Nice people, but I waited 50 minutes.”'],
    },
  ],
};
