import type { Category } from '../template.ts';

export const events: Category = {
  name: 'Events and community',
  prefix: 'evt',
  majors: ['Communication', 'Hospitality Management', 'Public Relations'],
  templates: [
    {
      title: 'Event plan for {subject}',
      subjects: {
        'a repair café': 'manufacturing',
        'a community solar open house': 'energy',
        'a neighborhood reading night': 'education',
        'a cider pressing day': 'farming',
      },
      summary:
        'Plan {subject} for 120 guests: schedule, helpers, permits, budget and a plan for rain.',
      context:
        '{employer} invites its neighbors once a year. This time {subject} should run without the director carrying chairs.',
      tasks: [
        'Agree on goals and budget',
        'Draw up schedule, roles and floor plan',
        'Clarify permits and insurance',
        'Write the helper briefing',
      ],
      deliverables: [
        ['Event manual', 'Schedule, contacts and checklists'],
        ['Budget', 'With actuals of last year'],
        ['Helper briefing', 'Two pages'],
      ],
      skills: ['event planning', 'budgeting', 'organization'],
      gained: ['risk planning', 'volunteer coordination'],
      ownTools: ['Google Workspace'],
      outcomes: ['Plan for what goes wrong', 'Brief helpers clearly'],
      prompts: ['What went wrong at an event you helped with, and what did you change?'],
    },
    {
      title: 'Press kit and outreach: {subject}',
      subjects: {
        'a season opening': 'arts',
        'a new cargo bike model': 'manufacturing',
        'a coastal cleanup day': 'nonprofit',
      },
      summary: 'Write the press kit for {subject} and bring it to thirty local journalists.',
      context:
        'Good things happen at {employer} and are not heard of. For {subject} we want local coverage, without hype.',
      tasks: [
        'Find the angle and the facts',
        'Write a release and a fact sheet',
        'Build a list of thirty journalists',
        'Follow up and record replies',
      ],
      deliverables: [
        ['Press kit', 'Release, facts, captions'],
        ['Media list', 'Thirty names with beats'],
        ['Results', 'Who answered and what appeared'],
      ],
      skills: ['media relations', 'copywriting', 'research'],
      gained: ['press work', 'pitching'],
      ownTools: ['Google Docs'],
      outcomes: ['Find what is new', 'Pitch without pestering'],
      prompts: ['Write the first two sentences of a release about something you made.'],
    },
    {
      title: 'Social media month for {subject}',
      subjects: {
        'a podcast’s second season': 'media',
        'a trail lodge in the off season': 'hospitality',
        'a wool cooperative': 'farming',
      },
      summary:
        'Plan and produce twenty posts for {subject}, with texts, pictures and alternative texts.',
      context:
        'The accounts of {employer} are alive in August and silent in November. We want one good month for {subject}, and a pattern to repeat it.',
      tasks: [
        'Look at what our followers reacted to',
        'Plan four weekly themes',
        'Produce twenty posts',
        'Watch and summarize the reactions',
      ],
      deliverables: [
        ['Content calendar', 'Twenty posts'],
        ['Media files', 'With alternative texts and permissions'],
        ['Summary', 'What worked, in two pages'],
      ],
      skills: ['social media', 'photography', 'copywriting'],
      gained: ['content planning', 'accessible media'],
      ownTools: ['Smartphone'],
      lentTools: ['Scheduling tool'],
      outcomes: [
        'Plan themes rather than posts',
        'Describe pictures for those who cannot see them',
      ],
      prompts: ['Write a post about rain that makes somebody want to visit.'],
    },
    {
      title: 'Community map and contacts: {subject}',
      subjects: {
        'groups that could use empty shops': 'property',
        'youth groups near six parks': 'government',
        'cultural associations of newcomers': 'nonprofit',
      },
      summary: 'Find and describe sixty {subject}, and talk to fifteen of them.',
      context: '{employer} invites the same ten organizations to everything. There must be more.',
      tasks: [
        'Search online, on notice boards and by asking',
        'Record purpose, language and contact',
        'Talk to fifteen groups',
        'Suggest whom to invite to what',
      ],
      deliverables: [
        ['Directory', 'Sixty groups, consent noted'],
        ['Conversation notes', 'Fifteen pages at most'],
        ['Suggestions', 'Ten invitations that make sense'],
      ],
      skills: ['community outreach', 'interviewing', 'organization'],
      gained: ['stakeholder mapping', 'respectful data collection'],
      ownTools: ['Phone', 'Spreadsheet'],
      outcomes: ['Find groups that are not online', 'Start conversations'],
      prompts: ['Which group in your town does nobody invite?'],
    },
    {
      title: 'Webinar series: {subject}',
      subjects: {
        'saving on a first salary': 'finance',
        'composting at home': 'food',
        'moving without injury': 'health',
      },
      summary: 'Organize three one-hour webinars on {subject}, from speakers to recording.',
      context:
        '{employer} has experts and an audience. What it lacks is somebody who brings both together for {subject}, three Thursdays in a row.',
      tasks: [
        'Find topics and brief speakers',
        'Set up registration and reminders',
        'Host the technology on the day',
        'Publish recordings with captions',
      ],
      deliverables: [
        ['Three webinars', 'Held, recorded and captioned'],
        ['Run sheet', 'Minute by minute, reusable'],
        ['Evaluation', 'Attendance and feedback'],
      ],
      skills: ['event planning', 'public speaking', 'video editing'],
      gained: ['online moderation', 'captioning'],
      ownTools: ['Headset'],
      lentTools: ['Webinar licence'],
      outcomes: ['Run a live event', 'Prepare for failing technology'],
      prompts: ['What would you do if the speaker disappears in minute twelve?'],
    },
    {
      title: 'Fundraising evening concept: {subject}',
      subjects: {
        'a bereavement line': 'health',
        'adaptive sports equipment': 'sports',
        'a listening room': 'media',
      },
      summary:
        'Develop a fundraising evening for {subject} that raises $15,000 and suits its guests.',
      context:
        'Galas are not the style of {employer}. We look for an evening that fits {subject} and costs less than a third of what it raises.',
      tasks: [
        'Study five comparable evenings',
        'Develop two concepts with budgets',
        'Draft the invitation and three asks',
        'Plan thanks and follow-up',
      ],
      deliverables: [
        ['Concept paper', 'Two concepts, one recommended'],
        ['Budget', 'Best, likely and worst case'],
        ['Texts', 'Invitation, asks and thanks'],
      ],
      skills: ['fundraising', 'budgeting', 'copywriting'],
      gained: ['donor communication', 'concept development'],
      ownTools: ['Google Docs'],
      outcomes: ['Ask for money with dignity', 'Budget three cases'],
      prompts: ['What made you give the last time you gave?'],
    },
  ],
};
