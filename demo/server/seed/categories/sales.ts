import type { Category } from '../template.ts';

export const sales: Category = {
  name: 'Sales and partnerships',
  prefix: 'sal',
  majors: ['Business', 'Marketing', 'International Relations'],
  templates: [
    {
      title: 'Lead list: {subject}',
      subjects: {
        'schools with flat roofs': 'energy',
        'offices that serve coffee': 'food',
        'clubs that still use paper': 'technology',
        'shops that ship small parcels': 'logistics',
      },
      summary:
        'Find 150 organizations that fit “{subject}”, check them, and write the first three messages.',
      context:
        '{employer} sells to whoever calls. We would like to choose, beginning with {subject}.',
      tasks: [
        'Agree on what makes a good fit',
        'Research from public sources only',
        'Verify contacts by phone',
        'Draft three first messages',
      ],
      deliverables: [
        ['Checked list', '150 entries with source and date'],
        ['Message set', 'Three short versions'],
        ['Notes', 'What we learned about who fits'],
      ],
      skills: ['desk research', 'spreadsheets', 'business writing'],
      gained: ['prospecting', 'data protection basics'],
      ownTools: ['Spreadsheet'],
      outcomes: ['Define a good fit', 'Research people respectfully'],
      prompts: ['Write a first message of 60 words to one such organization.'],
    },
    {
      title: 'Partnership proposal: {subject}',
      subjects: {
        'libraries and a science bus': 'education',
        'hotels and a surf school': 'sports',
        'cafés and a grain surplus baker': 'food',
      },
      summary:
        'Develop a partnership of {subject} on paper, from benefits to a one-page agreement.',
      context:
        '{employer} has had friendly talks and no result. Somebody has to write down what each side gives and gets.',
      tasks: [
        'Interview both sides',
        'Describe three forms of cooperation',
        'Estimate effort and value',
        'Draft a one-page agreement',
      ],
      deliverables: [
        ['Proposal', 'Six pages'],
        ['Agreement draft', 'One page in plain words'],
        ['Meeting plan', 'Agenda and objections'],
      ],
      skills: ['business writing', 'negotiation', 'interviewing'],
      gained: ['partnership development', 'agreement drafting'],
      ownTools: ['Word'],
      outcomes: ['Write from both sides', 'Prepare a negotiation'],
      prompts: ['Describe a deal in which both sides gained. How do you know?'],
    },
    {
      title: 'Sales one-pagers for {subject}',
      subjects: {
        'three sensor kits': 'technology',
        'group tours': 'hospitality',
        'repair contracts': 'manufacturing',
      },
      summary: 'Write and lay out four one-page sheets that explain {subject} to a busy buyer.',
      context:
        'The brochure of {employer} has twenty pages and answers none of the questions that buyers ask about {subject}.',
      tasks: [
        'Listen to five sales calls',
        'Collect questions and objections',
        'Write and lay out four sheets',
        'Test them on two friendly customers',
      ],
      deliverables: [
        ['Four one-pagers', 'Print and screen'],
        ['Question list', 'Twenty questions with short answers'],
      ],
      skills: ['copywriting', 'layout', 'active listening'],
      gained: ['sales enablement', 'customer insight'],
      ownTools: ['Canva or InDesign'],
      outcomes: ['Answer the buyer’s question first', 'Fit it on a page'],
      prompts: ['What is the first question you ask before buying something expensive?'],
    },
    {
      title: 'Customer database setup for {subject}',
      subjects: {
        'wedding and event bookings': 'hospitality',
        'wholesale bread customers': 'food',
        'corporate donors': 'nonprofit',
      },
      summary:
        'Set up a simple customer database for {subject}, import the past and train the team.',
      context:
        'Notes about {subject} live in inboxes at {employer}. When somebody is away, nobody knows what was promised.',
      tasks: [
        'Define fields and stages',
        'Clean and import contacts',
        'Set up reminders',
        'Train four people',
      ],
      deliverables: [
        ['Working database', 'With imported contacts'],
        ['Rules', 'One page: what is recorded and what is not'],
        ['Training session', 'One hour, recorded'],
      ],
      skills: ['data cleaning', 'organization', 'training'],
      gained: ['customer relationship management', 'change management'],
      ownTools: ['Spreadsheet'],
      lentTools: ['CRM trial account'],
      outcomes: ['Model a sales process', 'Bring a team along'],
      prompts: ['What should never be written into a customer database?'],
    },
    {
      title: 'Win-loss interviews: {subject}',
      subjects: {
        'twelve finished offers': 'manufacturing',
        'planning clients who left': 'finance',
        'storage contracts not renewed': 'logistics',
      },
      summary:
        'Ask those who chose and those who did not about {subject}, and report without sparing us.',
      context:
        '{employer} guesses why it wins and loses. People tell a student what they would not tell a salesperson.',
      tasks: [
        'Prepare a neutral guide',
        'Hold ten calls of 15 minutes',
        'Sort reasons by frequency and weight',
        'Present to sales and production',
      ],
      deliverables: [
        ['Anonymous notes', 'Ten calls'],
        ['Report', 'Reasons, quotations and three changes'],
        ['Presentation', 'Thirty minutes'],
      ],
      skills: ['interviewing', 'qualitative research', 'presentation'],
      gained: ['win-loss analysis', 'delivering bad news'],
      ownTools: ['Phone', 'Spreadsheet'],
      outcomes: ['Ask neutrally', 'Report uncomfortable findings well'],
      prompts: ['Tell us about feedback that was hard to pass on.'],
    },
    {
      title: 'Market entry brief: {subject}',
      subjects: {
        'cooking classes for company outings': 'hospitality',
        'bookkeeping software in Ireland': 'technology',
        'wool blankets in Canada': 'farming',
      },
      summary: 'Describe in ten pages whether and how to enter the market for {subject}.',
      context:
        'A customer asked and {employer} became curious: is there a market for {subject}, and what would the first year take?',
      tasks: [
        'Study demand, prices and rules',
        'Profile five competitors',
        'Talk to three possible partners',
        'Sketch a first year with costs',
      ],
      deliverables: [
        ['Brief', 'Ten pages'],
        ['First-year sketch', 'Costs, sales and the point to stop'],
        ['Contact list', 'Partners and officials'],
      ],
      skills: ['market research', 'business writing', 'financial modeling'],
      gained: ['international business', 'go or no-go decisions'],
      ownTools: ['Spreadsheet'],
      outcomes: ['Judge a market from outside', 'Define when to stop'],
      prompts: ['What would make you advise against it?'],
    },
  ],
};
