import type { Category } from '../template.ts';

export const operations: Category = {
  name: 'Operations',
  prefix: 'ops',
  majors: ['Operations Management', 'Industrial Engineering', 'Business'],
  templates: [
    {
      title: 'Process map of {subject}',
      subjects: {
        'order to shipment': 'retail',
        'a tenant’s repair request': 'property',
        'volunteer onboarding': 'nonprofit',
        'a patient’s first visit': 'health',
      },
      summary: 'Follow {subject} from start to end, draw it, and find the three longest waits.',
      context:
        'Each person at {employer} knows a part of {subject}. Nobody has ever walked the whole way.',
      tasks: [
        'Follow ten real cases',
        'Draw the process with times and handovers',
        'Check the map with everybody involved',
        'Suggest three changes that cost nothing',
      ],
      deliverables: [
        ['Process map', 'One large page, times included'],
        ['Case notes', 'Ten cases, anonymous'],
        ['Suggestions', 'Three changes with expected effect'],
      ],
      skills: ['process mapping', 'interviewing', 'analysis'],
      gained: ['lean thinking', 'facilitation'],
      ownTools: ['Any drawing tool'],
      outcomes: ['See a process as its customer does', 'Suggest changes people accept'],
      prompts: ['Where did you last wait for nothing? Draw it in words.'],
    },
    {
      title: 'Inventory system for {subject}',
      subjects: {
        'a tool lending room': 'education',
        'spare parts and fasteners': 'manufacturing',
        'costumes and props': 'arts',
      },
      summary: 'Count, label and record {subject}, and set up a list that stays true.',
      context: '{employer} buys things it already owns. {subject} fill two rooms and one memory.',
      tasks: [
        'Agree on categories and labels',
        'Count and photograph',
        'Set up the list with reorder points',
        'Train two colleagues',
      ],
      deliverables: [
        ['Inventory', 'Every item with place and photo'],
        ['Labels', 'Printed and applied'],
        ['Short handbook', 'How to take, return and reorder'],
      ],
      skills: ['organization', 'spreadsheets', 'attention to detail'],
      gained: ['inventory management', 'training others'],
      ownTools: ['Smartphone camera'],
      lentTools: ['Label printer'],
      outcomes: ['Design a list people keep using', 'Train colleagues'],
      prompts: ['How would you keep a list true after you have left?'],
      inPerson: true,
    },
    {
      title: 'Route and schedule study: {subject}',
      subjects: {
        'pantry delivery vans': 'nonprofit',
        'two bicycle delivery hubs': 'logistics',
        'park maintenance crews': 'government',
      },
      summary:
        'Study three weeks of trips and propose a schedule that saves a tenth of the distance.',
      context:
        'Routes for {subject} grew over years. The drivers of {employer} have ideas; nobody has put them side by side with the data.',
      tasks: [
        'Collect trips and ride along once',
        'Measure distance, load and delays',
        'Propose two schedules',
        'Discuss them with the crew',
      ],
      deliverables: [
        ['Trip analysis', 'Three weeks, with a map'],
        ['Two schedules', 'With figures and drawbacks'],
        ['Crew notes', 'What drivers said'],
      ],
      skills: ['data analysis', 'spreadsheets', 'logistics planning'],
      gained: ['route planning', 'working with crews'],
      ownTools: ['Spreadsheet', 'QGIS'],
      outcomes: ['Combine data with experience', 'Propose with drawbacks stated'],
      prompts: ['Why might the shortest route be the wrong one?'],
    },
    {
      title: 'Handbook for {subject}',
      subjects: {
        'opening and closing a shop': 'retail',
        'front desk shifts': 'hospitality',
        'seasonal harvest crews': 'farming',
      },
      summary: 'Write a short, tested handbook for {subject}, with checklists and pictures.',
      context:
        'New people at {employer} learn {subject} by watching. When the one who knows is ill, things go wrong.',
      tasks: [
        'Work two shifts alongside the team',
        'Draft checklists and photograph steps',
        'Test with somebody new',
        'Print and hang up',
      ],
      deliverables: [
        ['Handbook', 'Sixteen pages'],
        ['Three checklists', 'Laminated'],
        ['Test report', 'What a newcomer got wrong, and what changed'],
      ],
      skills: ['technical writing', 'photography', 'observation'],
      gained: ['procedure writing', 'user testing'],
      ownTools: ['Camera phone', 'Word'],
      outcomes: ['Write instructions that work', 'Test on a beginner'],
      prompts: ['Write the checklist for making tea for six people.'],
      inPerson: true,
    },
    {
      title: 'Supplier comparison: {subject}',
      subjects: {
        'compostable packaging': 'food',
        'rental laundry': 'hospitality',
        'recycled steel tubes': 'manufacturing',
      },
      summary: 'Find and compare eight suppliers of {subject} by price, reliability and footprint.',
      context:
        '{employer} has bought {subject} from one supplier for nine years. It may still be the best one; we would like to know.',
      tasks: [
        'Write a one-page request',
        'Contact twelve suppliers and collect offers',
        'Score them with agreed weights',
        'Recommend and prepare the talk with two',
      ],
      deliverables: [
        ['Comparison', 'Eight suppliers, offers attached'],
        ['Scorecard', 'Weights and reasons'],
        ['Recommendation', 'Two pages'],
      ],
      skills: ['procurement', 'negotiation', 'spreadsheets'],
      gained: ['supplier evaluation', 'business correspondence'],
      ownTools: ['Email', 'Spreadsheet'],
      outcomes: ['Ask for offers that compare', 'Decide with several criteria'],
      prompts: ['Which question would you ask a supplier that a website does not answer?'],
    },
    {
      title: 'Help desk analysis: {subject}',
      subjects: {
        'six months of support tickets': 'technology',
        'calls to a town clerk': 'government',
        'member emails of a credit union': 'finance',
      },
      summary:
        'Sort {subject}, find what causes them, and write the ten answers that would prevent most.',
      context:
        'Two people at {employer} answer the same questions every day. {subject} have never been read as a whole.',
      tasks: [
        'Sample and categorize 500 messages',
        'Find causes with the people who answer',
        'Write ten help articles',
        'Estimate the time saved',
      ],
      deliverables: [
        ['Categorized sample', 'Without names'],
        ['Ten articles', 'Tested on colleagues'],
        ['Findings', 'Three pages'],
      ],
      skills: ['text analysis', 'technical writing', 'customer service writing'],
      gained: ['root cause analysis', 'knowledge bases'],
      ownTools: ['Spreadsheet'],
      lentTools: ['Anonymized export'],
      outcomes: ['Find causes behind questions', 'Write answers people find'],
      prompts: ['Which help page ever really helped you?'],
    },
  ],
};
