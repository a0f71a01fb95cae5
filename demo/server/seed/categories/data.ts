import type { Category } from '../template.ts';

export const data: Category = {
  name: 'Data and analytics',
  prefix: 'dat',
  majors: ['Statistics', 'Data Science', 'Economics', 'Mathematics'],
  templates: [
    {
      title: 'Dashboard of {subject}',
      subjects: {
        'pantry visits by week': 'nonprofit',
        'delivery times by district': 'logistics',
        'solar output against forecast': 'energy',
        'branch waiting times': 'finance',
      },
      summary:
        'Turn a monthly spreadsheet into one honest dashboard of {subject} that updates itself.',
      context:
        'Each month somebody at {employer} spends a day copying figures. A dashboard of {subject} with five charts and definitions would end that.',
      tasks: [
        'Agree on five questions it must answer',
        'Clean and model twelve months of data',
        'Build charts with definitions beside them',
        'Write down how it is refreshed',
      ],
      deliverables: [
        ['Dashboard', 'Five charts, shared with the team'],
        ['Data dictionary', 'Every field, its source and its traps'],
        ['Refresh guide', 'One page for the next person'],
      ],
      skills: ['data visualization', 'SQL', 'spreadsheets'],
      gained: ['dashboard design', 'data modeling'],
      ownTools: ['Spreadsheet'],
      lentTools: ['Looker Studio workspace'],
      outcomes: ['Choose measures that change decisions', 'Document data for others'],
      prompts: ['Which chart would you show first, and what would it make somebody do?'],
    },
    {
      title: 'Clean-up of {subject}',
      subjects: {
        'a 20-year donor list': 'nonprofit',
        'a parts catalog of 6,000 rows': 'manufacturing',
        'tenant contact records': 'property',
      },
      summary:
        'Find duplicates, gaps and impossible values in {subject}, and leave behind repeatable rules.',
      context:
        'Before {employer} moves to a new system, {subject} has to be trusted. We know of three spellings of the same street, and there are surely more.',
      tasks: [
        'Profile every column',
        'Write rules for duplicates and formats',
        'Apply them with a log of each change',
        'Flag what only a person can decide',
      ],
      deliverables: [
        ['Clean file', 'With the original kept beside it'],
        ['Change log', 'Every change and the rule behind it'],
        ['Rules', 'As a script or documented steps'],
      ],
      skills: ['data cleaning', 'Python', 'spreadsheets'],
      gained: ['data quality', 'reproducible work'],
      ownTools: ['Python or OpenRefine'],
      outcomes: ['Clean data without losing it', 'Explain a rule to a non-programmer'],
      prompts: ['Describe a messy table you met. What did you do before changing anything?'],
    },
    {
      title: 'Survey analysis: {subject}',
      subjects: {
        'what night-shift parents need': 'nonprofit',
        'why members leave a credit union': 'finance',
        'visitor satisfaction at a folk museum': 'arts',
      },
      summary:
        'Analyze 640 answers about {subject} and write a report people will read to the end.',
      context:
        'The survey is closed and the answers are exported. {employer} needs to know what they say about {subject}, and what they cannot say.',
      tasks: [
        'Check who answered and who did not',
        'Tabulate closed questions with uncertainty',
        'Code about 900 open comments',
        'Write a six-page report and a one-page summary',
      ],
      deliverables: [
        ['Report', 'Six pages, charts included'],
        ['One-page summary', 'For the website'],
        ['Analysis files', 'So that the next survey can be compared'],
      ],
      skills: ['survey analysis', 'statistics', 'report writing'],
      gained: ['coding open answers', 'communicating uncertainty'],
      ownTools: ['R, Python or SPSS'],
      outcomes: ['Say what a sample can and cannot show', 'Summarize without flattening'],
      prompts: ['What would make you distrust a survey result?'],
    },
    {
      title: 'Demand forecast for {subject}',
      subjects: {
        'school lunches': 'food',
        'rental skis': 'retail',
        'cargo bike parts': 'manufacturing',
      },
      summary:
        'Forecast {subject} for the next twelve weeks and compare three simple methods fairly.',
      context:
        'Ordering at {employer} is done by feel. Four years of history for {subject} are available; so far nobody has checked whether feel beats an average.',
      tasks: [
        'Plot and describe the history',
        'Hold back the last season for testing',
        'Compare three methods, one of them last year’s figure',
        'Recommend one and show its errors',
      ],
      deliverables: [
        ['Notebook', 'Runs from the raw file'],
        ['Forecast sheet', 'Twelve weeks with ranges'],
        ['Two-page note', 'For the person who orders'],
      ],
      skills: ['forecasting', 'Python', 'statistics'],
      gained: ['time series', 'model comparison'],
      ownTools: ['Python or R'],
      outcomes: ['Test a forecast before trusting it', 'Explain ranges to a buyer'],
      prompts: ['When would last year’s figure be the best forecast?'],
    },
    {
      title: 'Map of {subject}',
      subjects: {
        'vacant storefronts': 'property',
        'child care within walking distance': 'nonprofit',
        'trees and summer heat': 'government',
      },
      summary: 'Collect public data about {subject}, join it and publish a clear map with sources.',
      context:
        '{employer} talks to city officials who ask “where exactly?”. A careful map of {subject} would answer.',
      tasks: [
        'Find and judge three public data sets',
        'Join them and check fifty places by hand',
        'Design a readable map with a legend in plain words',
        'Write the method and its limits',
      ],
      deliverables: [
        ['Map', 'Print PDF and web version'],
        ['Data package', 'Joined data, sources and licences'],
        ['Method note', 'Two pages'],
      ],
      skills: ['GIS', 'data cleaning', 'cartography'],
      gained: ['open data', 'map design'],
      ownTools: ['QGIS'],
      outcomes: ['Judge public data', 'Show uncertainty on a map'],
      prompts: ['Which map changed your mind about a place?'],
    },
    {
      title: 'Experiment readout for {subject}',
      subjects: {
        'two checkout pages': 'retail',
        'reminder messages at noon and at night': 'health',
        'three subject lines': 'media',
      },
      summary: 'Analyze a finished test of {subject} and tell us plainly whether to switch.',
      context:
        '{employer} ran its first proper test, of {subject}, for six weeks. The numbers are in; the team disagrees about what they mean.',
      tasks: [
        'Check assignment and missing data',
        'Estimate the difference with an interval',
        'Look at two groups agreed in advance, and no more',
        'Recommend: switch, stay or run longer',
      ],
      deliverables: [
        ['Readout', 'Three pages with one chart'],
        ['Notebook', 'Every number can be traced'],
        ['Checklist', 'For our next test'],
      ],
      skills: ['statistics', 'experiment design', 'business writing'],
      gained: ['A/B testing', 'decision making under uncertainty'],
      ownTools: ['R or Python'],
      outcomes: ['Resist looking for significance', 'Advise on a decision'],
      prompts: ['Explain a confidence interval to a shop owner in three sentences.'],
    },
  ],
};
