import type { Category } from '../template.ts';

export const education: Category = {
  name: 'Education and training',
  prefix: 'edu',
  majors: ['Education', 'Child Development', 'Biology', 'Mathematics'],
  templates: [
    {
      title: 'Lesson kit: {subject}',
      subjects: {
        'fractions with recipes': 'education',
        'bridges from cardboard': 'education',
        'how a radio works': 'media',
        'tides and currents': 'arts',
      },
      summary:
        'Design four 45-minute lessons on {subject} for ages ten to thirteen, tested with children.',
      context:
        'Volunteers of {employer} are willing but not trained as teachers. A kit on {subject} has to work in their hands.',
      tasks: [
        'Define what children can do afterwards',
        'Write lesson plans and worksheets',
        'Try two lessons with a group',
        'Revise and pack the kit list',
      ],
      deliverables: [
        ['Four lesson plans', 'Two pages each'],
        ['Worksheets', 'Printable, with answers'],
        ['Kit list', 'Under $60 for twelve children'],
      ],
      skills: ['lesson planning', 'teaching', 'writing'],
      gained: ['instructional design', 'working with children'],
      ownTools: ['Word or Google Docs'],
      outcomes: ['Plan from the goal', 'Revise after a real lesson'],
      prompts: ['Explain tides, fractions or bridges to a ten-year-old in five sentences.'],
    },
    {
      title: 'Online course module: {subject}',
      subjects: {
        'reading a pay slip': 'finance',
        'returning to study after 30': 'education',
        'food safety for helpers': 'nonprofit',
      },
      summary: 'Turn existing notes on {subject} into a self-paced module with exercises.',
      context:
        '{employer} teaches {subject} in the evening. Many cannot come; a module of 90 minutes would reach them.',
      tasks: [
        'Structure the notes into six steps',
        'Write texts, examples and exercises',
        'Build the module in our system',
        'Test with five learners',
      ],
      deliverables: [
        ['Module', 'Six steps, about 90 minutes'],
        ['Exercises', 'Twenty, with feedback for each answer'],
        ['Test report', 'Where learners got stuck'],
      ],
      skills: ['instructional design', 'writing', 'editing'],
      gained: ['e-learning', 'formative assessment'],
      ownTools: ['Google Docs'],
      lentTools: ['Learning platform'],
      outcomes: ['Write feedback that teaches', 'Cut what nobody needs'],
      prompts: ['Which online course did you finish, and what kept you going?'],
    },
    {
      title: 'Museum activity sheet: {subject}',
      subjects: {
        'boats and knots': 'arts',
        'young painters of the desert': 'arts',
        'plants of a greenhouse': 'government',
      },
      summary: 'Make a trail of eight stations on {subject} for families, on two printed pages.',
      context:
        'Families walk through {employer} in twenty minutes. A trail on {subject} should give them a reason to look.',
      tasks: [
        'Watch families for an afternoon',
        'Choose eight objects and questions',
        'Write, draw and lay out',
        'Test with ten families',
      ],
      deliverables: [
        ['Activity sheet', 'Two pages, print-ready'],
        ['Station notes', 'For guides'],
        ['Test notes', 'What children did'],
      ],
      skills: ['writing', 'illustration', 'observation'],
      gained: ['museum education', 'user testing'],
      ownTools: ['Any layout tool'],
      outcomes: ['Ask questions that make people look', 'Test with families'],
      prompts: [
        'Look at any object for two minutes. Which question would you ask a child about it?',
      ],
      inPerson: true,
    },
    {
      title: 'Tutor handbook for {subject}',
      subjects: {
        'algebra volunteers': 'education',
        'conversation partners': 'nonprofit',
        'swim and water safety': 'sports',
      },
      summary:
        'Write a friendly handbook for {subject}: first meeting, hard moments and good endings.',
      context:
        'New volunteers at {employer} ask the same questions before their first hour. The answers are worth writing down once.',
      tasks: [
        'Interview six experienced volunteers',
        'Collect hard situations',
        'Write twenty pages with examples',
        'Have it read by three beginners',
      ],
      deliverables: [
        ['Handbook', 'Twenty pages'],
        ['First-hour card', 'One page'],
        ['Reader notes', 'What beginners missed'],
      ],
      skills: ['interviewing', 'writing', 'teaching'],
      gained: ['training design', 'safeguarding basics'],
      ownTools: ['Google Docs'],
      outcomes: ['Capture experience', 'Write for nervous beginners'],
      prompts: ['What did a good teacher do in the first ten minutes?'],
    },
    {
      title: 'Quiz and exercise bank: {subject}',
      subjects: {
        'music theory for repairers': 'manufacturing',
        'street addresses and map reading': 'logistics',
        'energy at home': 'energy',
      },
      summary: 'Write 120 exercises on {subject} at three levels, each with an explanation.',
      context:
        '{employer} trains people in {subject} and has used up its exercises. Learners know them by heart.',
      tasks: [
        'Define levels and topics',
        'Write in batches of thirty with review',
        'Explain every answer',
        'Check difficulty with learners',
      ],
      deliverables: [
        ['Exercise bank', '120 items in our spreadsheet'],
        ['Level description', 'One page'],
        ['Difficulty check', 'Results of twelve learners'],
      ],
      skills: ['writing', 'subject knowledge', 'attention to detail'],
      gained: ['item writing', 'assessment'],
      ownTools: ['Spreadsheet'],
      outcomes: ['Write fair questions', 'Explain wrong answers kindly'],
      prompts: ['Write one question with three wrong answers that somebody would really choose.'],
    },
    {
      title: 'Career day program: {subject}',
      subjects: {
        'jobs you can reach by bike': 'logistics',
        'work in a small clinic': 'health',
        'building and repairing homes': 'property',
      },
      summary:
        'Plan a half-day for forty ninth graders on “{subject}”, with stations they can touch.',
      context:
        'A school asked {employer} for a career day. Talks are not enough: on “{subject}” they should do something.',
      tasks: [
        'Develop six stations with colleagues',
        'Write scripts and safety notes',
        'Plan groups, times and materials',
        'Prepare a follow-up for the class',
      ],
      deliverables: [
        ['Program', 'Schedule and six station sheets'],
        ['Materials list', 'With costs'],
        ['Follow-up', 'One class period'],
      ],
      skills: ['event planning', 'lesson planning', 'communication'],
      gained: ['youth programs', 'risk assessment'],
      ownTools: ['Google Workspace'],
      outcomes: ['Turn work into an activity', 'Plan with safety in mind'],
      prompts: ['Which job did you not know existed at fourteen?'],
    },
  ],
};
