import type { Category } from '../template.ts';

export const finance: Category = {
  name: 'Finance and accounting',
  prefix: 'fin',
  majors: ['Accounting', 'Finance', 'Economics'],
  templates: [
    {
      title: 'Cash flow forecast for {subject}',
      subjects: {
        'a bakery’s slow season': 'food',
        'a theater between two productions': 'arts',
        'a farm’s planting months': 'farming',
        'a new delivery hub': 'logistics',
      },
      summary:
        'Build a thirteen-week cash forecast for {subject} that the owner can keep up alone.',
      context:
        '{employer} is profitable on paper and short of cash twice a year. A simple forecast for {subject} would show it coming.',
      tasks: [
        'Collect two years of bank movements',
        'Sort them into ten lines',
        'Build the forecast and compare it with last year',
        'Teach the owner to update it',
      ],
      deliverables: [
        ['Forecast workbook', 'Thirteen weeks, inputs marked'],
        ['Update guide', 'Fifteen minutes every Monday'],
        ['Short note', 'When cash is tight, and three things that help'],
      ],
      skills: ['spreadsheets', 'accounting', 'financial modeling'],
      gained: ['cash planning', 'explaining figures'],
      ownTools: ['Excel or Google Sheets'],
      outcomes: ['Model cash rather than profit', 'Build a tool that survives its author'],
      prompts: ['Explain to a baker why profit and cash differ.'],
    },
    {
      title: 'Bookkeeping clean-up: {subject}',
      subjects: {
        'a club’s last two years': 'sports',
        'uncategorized card expenses': 'technology',
        'donations and receipts': 'nonprofit',
      },
      summary: 'Bring {subject} into order so that the accountant can close the books.',
      context:
        'A volunteer kept the books of {employer} for years. For {subject} the receipts exist; the entries do not match them yet.',
      tasks: [
        'Match entries with bank statements and receipts',
        'Correct categories and note doubtful cases',
        'Reconcile month by month',
        'Write down how to continue',
      ],
      deliverables: [
        ['Reconciled books', 'Month by month'],
        ['Open questions', 'A list for the accountant'],
        ['Procedure', 'Two pages'],
      ],
      skills: ['bookkeeping', 'attention to detail', 'spreadsheets'],
      gained: ['reconciliation', 'documentation'],
      ownTools: ['Spreadsheet'],
      lentTools: ['Bookkeeping software'],
      outcomes: ['Reconcile accounts', 'Document a doubtful case'],
      prompts: ['What do you do with a receipt that nobody can explain?'],
    },
    {
      title: 'Unit cost study: {subject}',
      subjects: {
        'one guided tour': 'hospitality',
        'a built-to-order bicycle': 'manufacturing',
        'one hour of tutoring': 'education',
      },
      summary: 'Find out what {subject} really costs, and what would make it cheaper.',
      context:
        'Prices at {employer} come from a spreadsheet of 2019. We need to know the true cost of {subject} before the next price list.',
      tasks: [
        'Map every step and who does it',
        'Collect times and purchase prices',
        'Allocate shared costs with a stated method',
        'Test three what-ifs',
      ],
      deliverables: [
        ['Cost model', 'With sources and assumptions'],
        ['Findings', 'Four pages and one chart'],
      ],
      skills: ['cost accounting', 'spreadsheets', 'interviewing'],
      gained: ['activity-based costing', 'sensitivity analysis'],
      ownTools: ['Excel'],
      outcomes: ['Allocate costs defensibly', 'Explain what drives a cost'],
      prompts: ['What is the hardest cost to see in a small business?'],
    },
    {
      title: 'Personal finance guide for {subject}',
      subjects: {
        'first paychecks': 'finance',
        'nurses on night shift': 'health',
        'families new to the country': 'nonprofit',
      },
      summary: 'Research and write a clear twelve-page guide for {subject}, with worked examples.',
      context:
        '{employer} gives workshops for {subject} and has nothing to hand out that is neither advertising nor a textbook.',
      tasks: [
        'Collect the questions asked in workshops',
        'Check rules and figures at the source',
        'Write with three worked examples',
        'Have it reviewed and tested',
      ],
      deliverables: [
        ['Guide', 'Twelve pages, figures dated'],
        ['Worked examples', 'Spreadsheet that people can copy'],
        ['Source list', 'Where each rule stands'],
      ],
      skills: ['financial literacy', 'plain language', 'research'],
      gained: ['consumer education', 'fact checking'],
      ownTools: ['Google Docs'],
      outcomes: ['Explain money without jargon', 'Check rules at their source'],
      prompts: ['Explain compound interest in four sentences to somebody who is in a hurry.'],
    },
    {
      title: 'Budget template for {subject}',
      subjects: {
        'park programs': 'government',
        'podcast seasons': 'media',
        'tenant improvements': 'property',
      },
      summary: 'Design one budget template for {subject} and fill it with three past cases.',
      context:
        'Everybody at {employer} makes budgets in a different way; nobody can compare {subject} afterwards.',
      tasks: [
        'Collect and compare six past budgets',
        'Agree on lines and definitions',
        'Build the template with checks',
        'Fill in three past cases',
      ],
      deliverables: [
        ['Template', 'With checks and a summary page'],
        ['Three worked cases', 'Plan against actual'],
        ['Instructions', 'One page'],
      ],
      skills: ['budgeting', 'spreadsheets', 'accounting'],
      gained: ['template design', 'variance analysis'],
      ownTools: ['Excel or Google Sheets'],
      outcomes: ['Standardize without losing detail', 'Compare plan and actual'],
      prompts: ['Which line is missing in most budgets you have seen?'],
    },
    {
      title: 'Payback comparison: {subject}',
      subjects: {
        'three rooftop solar offers': 'energy',
        'leasing or buying delivery bikes': 'logistics',
        'two cold storage systems': 'farming',
      },
      summary: 'Compare {subject} over ten years, with the assumptions in plain sight.',
      context:
        'The board of {employer} has offers on the table and a different feeling about each. It asked for one page it can trust.',
      tasks: [
        'Read offers and contracts',
        'Model cash flows over ten years',
        'Vary the three assumptions that matter most',
        'Present to the board',
      ],
      deliverables: [
        ['Model', 'Offers side by side'],
        ['Board page', 'One page, one chart, one recommendation'],
        ['Presentation', 'Fifteen minutes'],
      ],
      skills: ['financial modeling', 'spreadsheets', 'presentation'],
      gained: ['investment appraisal', 'contract reading'],
      ownTools: ['Excel'],
      outcomes: ['Compare offers fairly', 'Show how sure a result is'],
      prompts: ['Which assumption would you question first in a sales offer?'],
    },
  ],
};
