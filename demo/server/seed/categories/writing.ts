import type { Category } from '../template.ts';

export const writing: Category = {
  name: 'Writing and editing',
  prefix: 'wri',
  majors: ['English', 'Journalism', 'Creative Writing'],
  templates: [
    {
      title: 'Plain-language rewrite of {subject}',
      subjects: {
        'a rental agreement guide': 'property',
        'consent forms for patients': 'health',
        'a recycling brochure': 'government',
        'loan conditions': 'finance',
      },
      summary: 'Rewrite {subject} so that a tired person understands it at the first reading.',
      context:
        'Readers of {subject} call {employer} with questions that the text should have answered. A lawyer will check the result; we need somebody who can write it.',
      tasks: [
        'Mark every sentence that made you stop',
        'Rewrite at an eighth-grade reading level',
        'Test with three readers who do not know us',
        'Agree on wording with our expert',
      ],
      deliverables: [
        ['Rewritten text', 'With the old version beside it'],
        ['Reader test', 'What three people understood and did not'],
        ['Word list', 'Twenty terms and what to say instead'],
      ],
      skills: ['plain language', 'editing', 'proofreading'],
      gained: ['readability testing', 'working with experts'],
      ownTools: ['Word or Google Docs'],
      outcomes: ['Simplify without becoming wrong', 'Test a text on readers'],
      prompts: [
        'Rewrite in one sentence: “Non-remittance of the aforementioned sum shall entail forfeiture.”',
      ],
    },
    {
      title: 'Profile stories: {subject}',
      subjects: {
        'six volunteers of a food network': 'nonprofit',
        'growers behind a farm share': 'farming',
        'people who repair instruments': 'manufacturing',
      },
      summary: 'Interview six people and write 600-word profiles for the series “{subject}”.',
      context:
        'Our newsletter has news and no people in it. {employer} wants a series, {subject}, that readers look forward to.',
      tasks: [
        'Choose six people with our coordinator',
        'Hold and record interviews',
        'Write and have each profile approved',
        'Choose or take one photograph each',
      ],
      deliverables: [
        ['Six profiles', '600 words each, approved by the person'],
        ['Six captions and headlines', 'With two alternatives each'],
      ],
      skills: ['interviewing', 'feature writing', 'editing'],
      gained: ['narrative nonfiction', 'fact checking'],
      ownTools: ['Voice recorder', 'Google Docs'],
      outcomes: ['Find the story in a conversation', 'Handle approval without losing the text'],
      prompts: ['Send a paragraph about a person you know, without an adjective.'],
    },
    {
      title: 'Product descriptions for {subject}',
      subjects: {
        '120 mending supplies': 'retail',
        'a new cold brew range': 'food',
        'cargo bicycles and trailers': 'manufacturing',
      },
      summary: 'Write short, exact descriptions for {subject} from samples and data sheets.',
      context:
        'Half of what {employer} sells online has the supplier’s text. Customers return things because {subject} were not what they imagined.',
      tasks: [
        'Define a pattern with our buyer',
        'Handle the samples and measure what data sheets leave out',
        'Write in batches of twenty with feedback',
        'Check the pages once they are online',
      ],
      deliverables: [
        ['Descriptions', 'Between 40 and 90 words each, in our spreadsheet'],
        ['Style sheet', 'Two pages: pattern, units, words to avoid'],
      ],
      skills: ['copywriting', 'attention to detail', 'spreadsheets'],
      gained: ['product writing', 'style guides'],
      ownTools: ['Google Sheets'],
      lentTools: ['Sample box (by post)'],
      outcomes: ['Write exactly about things', 'Keep one voice over many texts'],
      prompts: ['Describe an everyday object in 50 words so that nobody would return it.'],
    },
    {
      title: 'Grant application support: {subject}',
      subjects: {
        'a mobile science lab': 'education',
        'shoreline restoration': 'nonprofit',
        'an archive of work songs': 'arts',
      },
      summary: 'Draft the narrative and attachments of a small grant application for {subject}.',
      context:
        'The call closes soon and {employer} has all the facts, spread over forty emails. You bring them into order; our director signs.',
      tasks: [
        'Read the call and list every requirement',
        'Interview three colleagues for facts',
        'Draft the narrative within the word limits',
        'Assemble and check attachments',
      ],
      deliverables: [
        ['Narrative', 'Within limits, ready for signature'],
        ['Requirements checklist', 'Every point, where it is answered'],
        ['Text blocks', 'For the next application'],
      ],
      skills: ['grant writing', 'research', 'proofreading'],
      gained: ['fundraising', 'working to requirements'],
      ownTools: ['Word'],
      outcomes: ['Answer a call point by point', 'Make a case with facts'],
      prompts: ['When did you last write within a hard limit, and what did you cut?'],
    },
    {
      title: 'Newsletter makeover for {subject}',
      subjects: {
        'a branch library’s friends': 'education',
        'four hundred rowing families': 'sports',
        'a listener-supported station': 'media',
      },
      summary:
        'Plan four issues for {subject}, write the first two and leave a pattern for the rest.',
      context:
        'The newsletter of {employer} goes out when there is time. {subject} deserve something shorter and more regular.',
      tasks: [
        'Read a year of issues and ask five readers',
        'Design a fixed pattern of sections',
        'Write and edit two issues',
        'Write an editor’s guide',
      ],
      deliverables: [
        ['Two issues', 'Edited and ready to send'],
        ['Calendar', 'Topics for four issues'],
        ['Editor’s guide', 'Three pages'],
      ],
      skills: ['editing', 'copywriting', 'email marketing'],
      gained: ['editorial planning', 'reader research'],
      ownTools: ['Google Docs'],
      lentTools: ['Mailing tool'],
      outcomes: ['Plan issues, not just texts', 'Leave a pattern others can follow'],
      prompts: ['Which newsletter do you read to the end?'],
    },
    {
      title: 'Fact check and copy edit: {subject}',
      subjects: {
        'a walking-tour guidebook': 'hospitality',
        'a local history booklet': 'government',
        'an annual impact report': 'energy',
      },
      summary: 'Check every date, name and figure in {subject}, then copy edit 80 pages.',
      context:
        '{employer} prints {subject} once, in 2,000 copies. Last time a bridge was moved by a mile.',
      tasks: [
        'Build a list of checkable statements',
        'Verify each with two sources',
        'Copy edit to our style',
        'Read the proofs',
      ],
      deliverables: [
        ['Fact sheet', 'Each statement with its sources'],
        ['Edited manuscript', 'With tracked changes'],
        ['Proof corrections', 'Marked in the PDF'],
      ],
      skills: ['proofreading', 'fact checking', 'editing'],
      gained: ['source criticism', 'print proofs'],
      ownTools: ['Word'],
      outcomes: ['Verify systematically', 'Edit lightly and consistently'],
      prompts: ['Find a mistake in a printed text and tell us how you proved it.'],
    },
  ],
};
