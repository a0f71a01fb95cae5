import type { Category } from '../template.ts';

export const video: Category = {
  name: 'Video and audio',
  prefix: 'vid',
  majors: ['Film', 'Media Production', 'Music Technology'],
  templates: [
    {
      title: 'Short video: {subject}',
      subjects: {
        'a day on a cargo bike': 'logistics',
        'how wool becomes yarn': 'farming',
        'what a tutor hears': 'education',
        'inside a mobile clinic': 'health',
      },
      summary:
        'Film and edit a three-minute portrait, “{subject}”, with captions and a short version.',
      context:
        'People understand {employer} when they visit, and rarely before. “{subject}” should bring them along for three minutes.',
      tasks: [
        'Write a one-page treatment',
        'Film on one day with available light',
        'Edit picture and sound',
        'Caption and export',
      ],
      deliverables: [
        ['Three-minute film', 'Captions and audio description script'],
        ['30-second version', 'Square format'],
        ['Raw footage', 'Sorted, with permissions'],
      ],
      skills: ['video editing', 'camera work', 'storytelling'],
      gained: ['documentary', 'accessible media'],
      ownTools: ['Camera or good phone', 'Editing software'],
      outcomes: ['Tell a story in three minutes', 'Caption properly'],
      prompts: ['Link a minute of film you made and tell us what you would cut today.'],
      inPerson: true,
    },
    {
      title: 'Podcast pilot: {subject}',
      subjects: {
        'objects that came home': 'arts',
        'working nights': 'nonprofit',
        'money at the kitchen table': 'finance',
      },
      summary: 'Produce a twenty-minute pilot of “{subject}” with two voices and a clean mix.',
      context:
        '{employer} has stories and a microphone. For “{subject}” it needs somebody who can turn a conversation into an episode.',
      tasks: [
        'Develop the format on two pages',
        'Record two interviews',
        'Edit, mix and find music with a licence',
        'Write show notes and a transcript',
      ],
      deliverables: [
        ['Pilot episode', 'Twenty minutes, mastered'],
        ['Transcript', 'Corrected'],
        ['Format paper', 'With ideas for five episodes'],
      ],
      skills: ['audio editing', 'interviewing', 'scriptwriting'],
      gained: ['podcast production', 'music licensing'],
      ownTools: ['Audio editor'],
      lentTools: ['Two microphones'],
      outcomes: ['Edit for the ear', 'Develop a format'],
      prompts: ['Which podcast opening made you stay, and why?'],
    },
    {
      title: 'Explainer animation: {subject}',
      subjects: {
        'how shared solar bills work': 'energy',
        'what happens to your blood sample': 'health',
        'why your parcel waits': 'logistics',
      },
      summary: 'Write and animate a 75-second explainer on {subject}.',
      context:
        '{employer} explains {subject} on the phone every day. A short animation should do it without talking down to anybody.',
      tasks: [
        'Script within 160 words',
        'Storyboard and style frame',
        'Animate and add sound',
        'Add captions and test with five viewers',
      ],
      deliverables: [
        ['Animation', '75 seconds, with captions'],
        ['Script and storyboard', 'Approved'],
        ['Project files', 'Fonts and licences listed'],
      ],
      skills: ['motion graphics', 'scriptwriting', 'illustration'],
      gained: ['explanatory writing', 'sound design'],
      ownTools: ['After Effects or similar'],
      outcomes: ['Explain in 160 words', 'Animate with purpose'],
      prompts: ['Explain one of these in 50 words, for your grandmother.'],
    },
    {
      title: 'Captioning and archive work: {subject}',
      subjects: {
        'thirty recorded talks': 'education',
        'a decade of town meetings': 'government',
        'harbor songs on tape': 'arts',
      },
      summary: 'Caption, describe and file {subject}, so that they can be found and followed.',
      context:
        '{subject} sit on a hard disk at {employer}. Without captions they are closed to many, and without descriptions to everybody.',
      tasks: [
        'Correct automatic captions',
        'Write titles, summaries and keywords',
        'Mark names and doubtful passages',
        'File with a naming rule',
      ],
      deliverables: [
        ['Captions', 'Checked, with speakers named'],
        ['Catalog', 'One line for each recording'],
        ['Naming rule', 'One page'],
      ],
      skills: ['transcription', 'attention to detail', 'cataloging'],
      gained: ['accessible media', 'archiving'],
      ownTools: ['Headphones'],
      lentTools: ['Captioning software'],
      outcomes: ['Caption to a standard', 'Describe for finding'],
      prompts: ['How do you write a caption for a silence that matters?'],
    },
    {
      title: 'Photo library: {subject}',
      subjects: {
        'rooms and paths of five lodges': 'hospitality',
        'homes before and after': 'property',
        'a working repair bench': 'manufacturing',
      },
      summary: 'Photograph {subject} on two days and deliver eighty edited, described pictures.',
      context:
        '{employer} uses the same nine pictures everywhere. A library of {subject} should last three years.',
      tasks: [
        'Make a shot list',
        'Photograph on two days',
        'Edit and describe',
        'Sort with names and permissions',
      ],
      deliverables: [
        ['Eighty photographs', 'Edited, two sizes'],
        ['Descriptions', 'Alternative text for each'],
        ['Permissions', 'Signed where people appear'],
      ],
      skills: ['photography', 'photo editing', 'organization'],
      gained: ['commissioned work', 'image rights'],
      ownTools: ['Camera', 'Photo editor'],
      outcomes: ['Work from a shot list', 'Handle permissions'],
      prompts: ['Show three photographs of one place.'],
      inPerson: true,
    },
    {
      title: 'Sound identity for {subject}',
      subjects: {
        'a hospice phone line': 'health',
        'a community station’s mornings': 'media',
        'a rowing club’s race day': 'sports',
      },
      summary: 'Compose a small family of sounds for {subject}: opening, bed, pause and sign-off.',
      context:
        'What people hear from {employer} came with the equipment. {subject} deserves sounds of its own, calm and short.',
      tasks: [
        'Listen on site and collect references',
        'Sketch three directions',
        'Produce one family of six sounds',
        'Test on phone and loudspeaker',
      ],
      deliverables: [
        ['Six sounds', 'Mixed for phone and broadcast'],
        ['Guide', 'When to use which'],
        ['Licence', 'Signed, for ten years'],
      ],
      skills: ['music production', 'audio editing', 'listening'],
      gained: ['audio branding', 'licensing'],
      ownTools: ['Music software'],
      outcomes: ['Compose for a function', 'License your work'],
      prompts: ['Which sound tells you that you are home?'],
    },
  ],
};
