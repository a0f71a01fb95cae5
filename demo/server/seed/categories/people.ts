import type { Category } from '../template.ts';

export const people: Category = {
  name: 'People and culture',
  prefix: 'hrp',
  majors: ['Human Resources', 'Psychology', 'Organizational Behavior'],
  templates: [
    {
      title: 'Onboarding guide for {subject}',
      subjects: {
        'seasonal lodge staff': 'hospitality',
        'volunteer coaches': 'sports',
        'remote support agents': 'technology',
        'bakery apprentices': 'food',
      },
      summary:
        'Design the first two weeks for {subject}: what to learn, from whom, and how we notice trouble.',
      context:
        'People leave {employer} in the first month more often than later. We believe the start is the reason.',
      tasks: [
        'Talk to five recent starters and two who left',
        'List what has to be known by when',
        'Draft a day-by-day plan',
        'Try it with the next starter',
      ],
      deliverables: [
        ['Two-week plan', 'Day by day, with people and times'],
        ['Welcome booklet', 'Eight pages'],
        ['Check-in questions', 'For day 3, 10 and 30'],
      ],
      skills: ['interviewing', 'instructional design', 'writing'],
      gained: ['onboarding', 'employee experience'],
      ownTools: ['Google Docs'],
      outcomes: ['Plan learning around work', 'Ask people who left'],
      prompts: ['What did nobody tell you on your first day somewhere?'],
    },
    {
      title: 'Job description review: {subject}',
      subjects: {
        'clinic front desk roles': 'health',
        'warehouse and driver jobs': 'logistics',
        'museum education roles': 'arts',
      },
      summary:
        'Rewrite twelve descriptions of {subject} so that the right people recognize themselves.',
      context:
        'Advertisements of {employer} ask for ten years of experience and bring three replies. {subject} need honest, inclusive texts.',
      tasks: [
        'Interview people who do the work',
        'Separate what is needed from what is nice',
        'Rewrite and check for exclusive wording',
        'Compare pay ranges with public data',
      ],
      deliverables: [
        ['Twelve descriptions', 'One page each'],
        ['Pay comparison', 'Sources linked'],
        ['Checklist', 'For future advertisements'],
      ],
      skills: ['writing', 'interviewing', 'research'],
      gained: ['inclusive hiring', 'job analysis'],
      ownTools: ['Word'],
      outcomes: ['Describe work as it is', 'Recognize exclusive wording'],
      prompts: ['Which requirement in an advertisement kept you from applying?'],
    },
    {
      title: 'Volunteer appreciation plan: {subject}',
      subjects: {
        'tutors and drivers': 'education',
        'shoreline planting days': 'nonprofit',
        'regatta helpers': 'sports',
      },
      summary: 'Find out what {subject} value and plan a year of thanks that fits a small budget.',
      context: '{employer} depends on people who are not paid. They get a mug in December.',
      tasks: [
        'Survey volunteers and talk to eight',
        'Look at what others do',
        'Plan twelve small gestures with dates and costs',
        'Write sample messages',
      ],
      deliverables: [
        ['Findings', 'Three pages'],
        ['Plan', 'Twelve months, under $900'],
        ['Messages', 'Ten texts that can be personalized'],
      ],
      skills: ['survey design', 'event planning', 'writing'],
      gained: ['volunteer management', 'budgeting'],
      ownTools: ['Survey tool', 'Spreadsheet'],
      outcomes: ['Ask before giving', 'Plan within a small budget'],
      prompts: ['When did you last feel properly thanked, and why?'],
    },
    {
      title: 'Training module: {subject}',
      subjects: {
        'calming upset customers': 'retail',
        'safe lifting and packing': 'logistics',
        'privacy at a front desk': 'health',
      },
      summary:
        'Build a 30-minute training on {subject}, with scenes, questions and a trainer’s sheet.',
      context:
        'Slides about {subject} exist at {employer}; nobody remembers them. We want something people talk about afterwards.',
      tasks: [
        'Collect real situations',
        'Write three scenes with choices',
        'Build the module in our tool',
        'Pilot with six colleagues',
      ],
      deliverables: [
        ['Module', 'Thirty minutes, captions included'],
        ['Trainer’s sheet', 'Two pages'],
        ['Pilot results', 'Before and after'],
      ],
      skills: ['instructional design', 'scriptwriting', 'facilitation'],
      gained: ['scenario-based learning', 'evaluation'],
      ownTools: ['PowerPoint'],
      lentTools: ['Authoring tool licence'],
      outcomes: ['Teach with situations', 'Measure what was learned'],
      prompts: ['Describe a training you remember, and one you do not.'],
    },
    {
      title: 'Team survey and report: {subject}',
      subjects: {
        'working hours after a move': 'technology',
        'shift planning in two clinics': 'health',
        'meetings and focus time': 'media',
      },
      summary: 'Design, run and report a short anonymous survey on {subject}.',
      context:
        'There is talk about {subject} in the corridors of {employer}, and none in the meetings.',
      tasks: [
        'Agree on purpose and anonymity in writing',
        'Design twelve questions and test them',
        'Run the survey',
        'Report to everyone at once',
      ],
      deliverables: [
        ['Questionnaire', 'Tested'],
        ['Report', 'Four pages for all staff'],
        ['Discussion guide', 'For team meetings'],
      ],
      skills: ['survey design', 'statistics', 'report writing'],
      gained: ['employee research', 'data ethics'],
      ownTools: ['Survey tool'],
      outcomes: ['Protect anonymity in small groups', 'Report without surprises'],
      prompts: ['Which question should an employer never ask in a survey?'],
    },
    {
      title: 'Internship program outline for {subject}',
      subjects: {
        'a nine-person web agency': 'technology',
        'a weekly newspaper': 'media',
        'a credit union branch': 'finance',
      },
      summary:
        'Sketch a fair, paid internship for {subject}: tasks, mentoring, pay and evaluation.',
      context:
        '{employer} wants to offer its first internship and to do it properly, from the advertisement to the reference letter.',
      tasks: [
        'Study rules on pay and hours',
        'Ask five former interns elsewhere',
        'Outline tasks for ten weeks',
        'Write mentor and evaluation forms',
      ],
      deliverables: [
        ['Program outline', 'Ten pages'],
        ['Forms', 'Learning agreement, feedback, evaluation'],
        ['Advertisement', 'Ready to publish'],
      ],
      skills: ['research', 'writing', 'program design'],
      gained: ['labor rules', 'mentoring design'],
      ownTools: ['Google Docs'],
      outcomes: ['Design work that teaches', 'Know the rules on internships'],
      prompts: ['What separates an internship from cheap labor?'],
    },
  ],
};
