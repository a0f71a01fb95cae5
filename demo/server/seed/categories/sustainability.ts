import type { Category } from '../template.ts';

export const sustainability: Category = {
  name: 'Environment and sustainability',
  prefix: 'sus',
  majors: ['Environmental Science', 'Sustainability Studies', 'Biology', 'Civil Engineering'],
  templates: [
    {
      title: 'Carbon footprint of {subject}',
      subjects: {
        'a bakery’s supply chain': 'food',
        'bicycle deliveries against vans': 'logistics',
        'one touring play': 'arts',
        'a cold storage warehouse': 'logistics',
      },
      summary:
        'Calculate the footprint of {subject} with public factors, and show what matters most.',
      context:
        'Customers ask {employer} for a number. We would rather know the three things that make it large, and be honest about the rest.',
      tasks: [
        'Draw the boundary and list sources',
        'Collect activity data',
        'Calculate and mark uncertain figures',
        'Suggest three reductions',
      ],
      deliverables: [
        ['Footprint workbook', 'Factors and sources'],
        ['Report', 'Six pages'],
        ['Public summary', 'Half a page without greenwashing'],
      ],
      skills: ['carbon accounting', 'spreadsheets', 'report writing'],
      gained: ['life cycle thinking', 'honest communication'],
      ownTools: ['Spreadsheet'],
      outcomes: ['Set a boundary and defend it', 'Report uncertain figures'],
      prompts: ['Which claim on a package do you doubt, and how would you check it?'],
    },
    {
      title: 'Waste audit: {subject}',
      subjects: {
        'a school lunch kitchen': 'food',
        'three guesthouses': 'hospitality',
        'a farmers’ market weekend': 'farming',
      },
      summary:
        'Sort, weigh and photograph the waste of {subject}, and find out what could disappear.',
      context:
        '{employer} pays for waste by weight and knows only the sum. Gloves and scales are provided.',
      tasks: [
        'Plan two audit days',
        'Sort and weigh by category',
        'Trace the biggest three to their cause',
        'Propose changes with savings',
      ],
      deliverables: [
        ['Audit data', 'Weights and photographs'],
        ['Findings', 'Five pages'],
        ['Signs', 'Three posters for the bins'],
      ],
      skills: ['data collection', 'analysis', 'observation'],
      gained: ['waste auditing', 'behavior change'],
      ownTools: ['Camera phone'],
      lentTools: ['Scales and gloves'],
      outcomes: ['Measure messy things', 'Find causes upstream'],
      prompts: ['What do you throw away most, and why?'],
      inPerson: true,
    },
    {
      title: 'Planting guide for {subject}',
      subjects: {
        'salt-tolerant shorelines': 'nonprofit',
        'orchard hedges': 'farming',
        'schoolyards in hot cities': 'government',
      },
      summary: 'Research thirty native plants for {subject} and make a guide volunteers can carry.',
      context:
        'Volunteers of {employer} ask what to plant and where. Good sources exist, for scientists.',
      tasks: [
        'Choose thirty species with our ecologist',
        'Research needs, timing and risks',
        'Write and lay out cards',
        'Check them outdoors',
      ],
      deliverables: [
        ['Thirty plant cards', 'One page each, sources noted'],
        ['Planting calendar', 'Twelve months'],
        ['Source list', 'With licences of photographs'],
      ],
      skills: ['botany', 'research', 'layout'],
      gained: ['restoration ecology', 'science communication'],
      ownTools: ['Layout tool', 'Library access'],
      outcomes: ['Translate science for volunteers', 'Respect image licences'],
      prompts: ['Describe one plant so that a stranger could find it.'],
    },
    {
      title: 'Energy walk-through: {subject}',
      subjects: {
        'a church hall and kitchen': 'energy',
        'a row of rental homes': 'property',
        'a two-pool swim center': 'government',
      },
      summary:
        'Inspect {subject} with a checklist, read a year of bills and list what pays back soonest.',
      context:
        '{employer} wants to act on energy costs and does not know where to begin. No instruments heavier than a thermometer are needed.',
      tasks: [
        'Read bills and weather data',
        'Walk through with the caretaker',
        'Estimate savings for ten measures',
        'Rank them and find subsidies',
      ],
      deliverables: [
        ['Inspection report', 'With photographs'],
        ['Ranked measures', 'Cost, saving and payback'],
        ['Subsidy list', 'Deadlines and conditions'],
      ],
      skills: ['energy analysis', 'spreadsheets', 'observation'],
      gained: ['energy auditing', 'cost-benefit analysis'],
      ownTools: ['Spreadsheet'],
      lentTools: ['Infrared thermometer'],
      outcomes: ['Estimate with little data', 'Rank by what matters to the owner'],
      prompts: ['Where does your home lose the most energy, and how do you know?'],
      inPerson: true,
    },
    {
      title: 'Sustainability page and claims check: {subject}',
      subjects: {
        'a mending supplies shop': 'retail',
        'trailside lodges': 'hospitality',
        'small-batch coffee': 'food',
      },
      summary:
        'Check every green claim about {subject} and rewrite the page so that all of it is true.',
      context:
        'Rules on green claims are getting stricter. {employer} believes what it says about {subject}; it cannot prove all of it.',
      tasks: [
        'List all claims online and on packages',
        'Ask suppliers for evidence',
        'Compare with current guidance',
        'Rewrite the page',
      ],
      deliverables: [
        ['Claims register', 'Each claim with its evidence'],
        ['New page', '500 words'],
        ['Guidance note', 'What may be said, in two pages'],
      ],
      skills: ['research', 'plain language', 'critical reading'],
      gained: ['environmental claims', 'compliance'],
      ownTools: ['Google Docs'],
      outcomes: ['Prove or drop a claim', 'Write honestly and still invite'],
      prompts: ['Rewrite “eco-friendly” for one product you use.'],
    },
    {
      title: 'Species count and report: {subject}',
      subjects: {
        'pollinators in community gardens': 'technology',
        'birds along a restored shore': 'nonprofit',
        'street trees on one square mile': 'government',
      },
      summary: 'Count {subject} with a simple protocol and report in a way that can be repeated.',
      context:
        '{employer} wants to show whether its work helps. That takes a first count of {subject}, done so that next year’s can be compared.',
      tasks: [
        'Adapt a published protocol',
        'Count on six days',
        'Enter and check data',
        'Write a report for residents',
      ],
      deliverables: [
        ['Data set', 'Openly licensed'],
        ['Protocol', 'Two pages with pictures'],
        ['Report', 'Five pages for residents'],
      ],
      skills: ['field work', 'data collection', 'report writing'],
      gained: ['monitoring design', 'open data'],
      ownTools: ['Smartphone', 'Binoculars if you have them'],
      outcomes: ['Follow a protocol', 'Report to neighbors'],
      prompts: [
        'Count something outside your window for ten minutes. What did you learn about counting?',
      ],
      inPerson: true,
    },
  ],
};
