import type { Category } from '../template.ts';

export const research: Category = {
  name: 'Research',
  prefix: 'res',
  majors: ['Sociology', 'Psychology', 'Public Policy', 'History'],
  templates: [
    {
      title: 'Literature review on {subject}',
      subjects: {
        'heat and outdoor workers': 'farming',
        'peer tutoring in middle school': 'education',
        'medication reminders for older adults': 'health',
        'shared ownership of housing': 'nonprofit',
      },
      summary:
        'Find, judge and summarize the best evidence on {subject} for people who must decide.',
      context:
        'Before {employer} spends money it wants to know what is known about {subject}, how surely, and where the gaps are.',
      tasks: [
        'Agree on the question and search terms',
        'Screen about 150 titles and read 25 papers',
        'Extract findings into a table',
        'Write a review of eight pages',
      ],
      deliverables: [
        ['Evidence table', '25 studies with method, size and finding'],
        ['Review', 'Eight pages for non-specialists'],
        ['Search record', 'So that it can be repeated'],
      ],
      skills: ['literature search', 'academic writing', 'critical reading'],
      gained: ['evidence synthesis', 'systematic search'],
      ownTools: ['Zotero', 'Library access'],
      outcomes: ['Search so that others can repeat it', 'Weigh studies against each other'],
      prompts: ['Which paper changed your mind, and what was wrong with it?'],
    },
    {
      title: 'Grant landscape: {subject}',
      subjects: {
        'youth sports access': 'sports',
        'community radio': 'media',
        'small-town energy planning': 'energy',
      },
      summary: 'List who funds {subject}, how much, when and on which conditions.',
      context:
        '{employer} hears of calls a week before they close. A careful map of funders for {subject} would change that.',
      tasks: [
        'Search public registers and annual reports',
        'Record amounts, deadlines and conditions',
        'Call five funders with one question each',
        'Rank the best ten for us',
      ],
      deliverables: [
        ['Funder database', 'Fifty entries with sources'],
        ['Shortlist', 'Ten funders with a reason and a next step'],
        ['Calendar', 'Deadlines of the coming year'],
      ],
      skills: ['desk research', 'spreadsheets', 'phone calls'],
      gained: ['fundraising research', 'prioritization'],
      ownTools: ['Google Sheets'],
      outcomes: ['Research public records', 'Turn a list into a choice'],
      prompts: ['How would you find out who paid for a local project?'],
    },
    {
      title: 'Market scan: {subject}',
      subjects: {
        'cargo bikes for tradespeople': 'manufacturing',
        'soil sensors for schools': 'technology',
        'reusable packaging for online shops': 'retail',
      },
      summary: 'Size and describe the market for {subject} with sources that can be checked.',
      context:
        '{employer} thinks about {subject}. We want facts first: who buys, who sells, what it costs and what stands in the way.',
      tasks: [
        'Estimate the market in two independent ways',
        'Profile ten providers',
        'Interview four possible buyers',
        'Describe risks and rules',
      ],
      deliverables: [
        ['Market report', 'Ten pages with sources'],
        ['Estimate workbook', 'Assumptions in one place'],
        ['Interview notes', 'Anonymous'],
      ],
      skills: ['market research', 'interviewing', 'spreadsheets'],
      gained: ['market sizing', 'source criticism'],
      ownTools: ['Spreadsheet', 'Library databases'],
      outcomes: ['Estimate with stated assumptions', 'Tell evidence from marketing'],
      prompts: [
        'How many bicycles are sold in your state each year? Show how you would estimate it.',
      ],
    },
    {
      title: 'Oral history interviews: {subject}',
      subjects: {
        'closing a stamping plant': 'manufacturing',
        'sixty years of a fish market': 'arts',
        'a neighborhood theater': 'property',
      },
      summary: 'Record and transcribe five life-story interviews about {subject}.',
      context:
        'The people who remember {subject} are in their eighties. {employer} has their trust and an archive that will keep the recordings.',
      tasks: [
        'Prepare with documents and photographs',
        'Record five interviews of about an hour',
        'Transcribe and index them',
        'Write a short introduction to each',
      ],
      deliverables: [
        ['Recordings', 'With signed permissions'],
        ['Transcripts', 'Checked against the sound'],
        ['Index', 'Names, places and topics with times'],
      ],
      skills: ['interviewing', 'transcription', 'archival research'],
      gained: ['oral history', 'research ethics'],
      ownTools: ['Headphones'],
      lentTools: ['Field recorder'],
      outcomes: ['Listen for an hour', 'Prepare material for an archive'],
      prompts: ['Whom in your family should somebody have interviewed?'],
      inPerson: true,
    },
    {
      title: 'Policy comparison: {subject}',
      subjects: {
        'short-term rental rules in twelve towns': 'government',
        'tenant screening laws': 'property',
        'school lunch standards': 'food',
      },
      summary: 'Compare {subject} side by side and say what our town could learn.',
      context:
        'A council member asked {employer} what others do about {subject}. The honest answer needs a table, not an opinion.',
      tasks: [
        'Collect the texts in force',
        'Code them along ten questions',
        'Ask two officials how it works in practice',
        'Write a neutral brief',
      ],
      deliverables: [
        ['Comparison table', 'Ten questions, sources linked'],
        ['Policy brief', 'Four pages, options without advocacy'],
      ],
      skills: ['policy analysis', 'legal reading', 'report writing'],
      gained: ['comparative method', 'briefing officials'],
      ownTools: ['Word', 'Spreadsheet'],
      outcomes: ['Read rules precisely', 'Write neutrally'],
      prompts: ['Which local rule would you look up first, and where?'],
    },
    {
      title: 'Usability study of {subject}',
      subjects: {
        'a patient portal': 'health',
        'a savings app': 'finance',
        'a regatta entry system': 'sports',
      },
      summary:
        'Watch six people use {subject}, and report the ten things that most get in their way.',
      context:
        'The team behind {subject} at {employer} knows it too well. They ask for fresh eyes and a fair report.',
      tasks: [
        'Write tasks and a short screener',
        'Recruit with our help and hold six sessions',
        'Rate problems by severity',
        'Present with short video clips',
      ],
      deliverables: [
        ['Test plan', 'Tasks, questions and consent form'],
        ['Findings report', 'Ten problems, evidence and suggestion'],
        ['Presentation', 'Thirty minutes'],
      ],
      skills: ['usability testing', 'qualitative research', 'interviewing'],
      gained: ['test moderation', 'severity rating'],
      ownTools: ['Video call'],
      lentTools: ['Test accounts'],
      outcomes: ['Watch without helping', 'Report problems so that they get fixed'],
      prompts: ['What would you do when a tester asks you for help?'],
    },
  ],
};
